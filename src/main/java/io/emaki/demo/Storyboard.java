package io.emaki.demo;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Draws a story as one picture: turns from left to right in rows of three, the text under the persona's picture. */
final class Storyboard {

    private static final int COLUMNS = 3;
    private static final int PICTURE = 336;
    private static final int MARGIN = 40;
    private static final int GAP = 28;
    private static final int ROW_GAP = 32;
    private static final int WIDTH = 2 * MARGIN + COLUMNS * PICTURE + (COLUMNS - 1) * GAP;
    private static final int CHIP_HEIGHT = 26;
    private static final float UNCHANGED_OPACITY = 0.45f;

    private final String title;
    private final String subtitle;
    private final List<Panel> panels;

    Storyboard(String title, String subtitle, List<Panel> panels) {
        this.title = title;
        this.subtitle = subtitle;
        this.panels = panels;
    }

    BufferedImage draw() {
        TextBlock heading = TextBlock.of(readable(title, title), Ink.TITLE, WIDTH - 2 * MARGIN);
        TextBlock explanation = TextBlock.of(subtitle, Ink.SMALL, WIDTH - 2 * MARGIN);
        int top = MARGIN + heading.height() + 6 + explanation.height() + ROW_GAP;
        int height = top + MARGIN - ROW_GAP;
        for (int first = 0; first < panels.size(); first += COLUMNS) {
            height += rowHeight(first) + ROW_GAP;
        }
        BufferedImage board = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = board.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            canvas.setColor(Ink.PAPER);
            canvas.fillRect(0, 0, WIDTH, height);
            int below = heading.draw(canvas, Ink.TEXT, MARGIN, MARGIN);
            explanation.draw(canvas, Ink.FAINT, MARGIN, below + 6);
            int y = top;
            for (int first = 0; first < panels.size(); first += COLUMNS) {
                for (int i = first; i < Math.min(first + COLUMNS, panels.size()); i++) {
                    cell(canvas, panels.get(i), MARGIN + (i - first) * (PICTURE + GAP), y);
                }
                y += rowHeight(first) + ROW_GAP;
            }
        } finally {
            canvas.dispose();
        }
        return board;
    }

    private static void cell(Graphics2D canvas, Panel panel, int x, int y) {
        picture(canvas, panel, x, y);
        int cursor = label(panel).draw(canvas, Ink.FAINT, x, y + PICTURE + 12);
        cursor = story(panel).draw(canvas, Ink.TEXT, x, cursor + 4) + 8;
        for (Panel.Change change : panel.changes()) {
            cursor = chip(canvas, change, x, cursor) + 6;
        }
        TextBlock.of(panel.note(), Ink.SMALL, PICTURE).draw(canvas, Ink.FAINT, x, cursor);
    }

    private static TextBlock label(Panel panel) {
        String label = panel.number() == 0 ? panel.speaker() : panel.number() + "   " + panel.speaker();
        return TextBlock.of(label.toUpperCase(Locale.ROOT), Ink.LABEL, PICTURE);
    }

    private static void picture(Graphics2D canvas, Panel panel, int left, int y) {
        BufferedImage picture = panel.picture();
        double scale = (double) PICTURE / Math.max(picture.getWidth(), picture.getHeight());
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        int x = left + (PICTURE - width) / 2;
        canvas.setComposite(AlphaComposite.SrcOver.derive(panel.fresh() ? 1f : UNCHANGED_OPACITY));
        canvas.drawImage(picture, x, y, width, height, null);
        canvas.setComposite(AlphaComposite.SrcOver);
        canvas.setColor(Ink.FRAME);
        canvas.setStroke(new BasicStroke(1.5f));
        canvas.drawRect(x, y, width, height);
    }

    private static int chip(Graphics2D canvas, Panel.Change change, int x, int y) {
        FontMetrics metrics = canvas.getFontMetrics(Ink.CHIP);
        String words = readable(change.words(), change.axis());
        while (metrics.stringWidth(words) > PICTURE - 24 && words.length() > 4) {
            words = words.substring(0, words.length() - 2).strip() + "…";
        }
        Color color = Ink.ofAxis(change.axis());
        canvas.setColor(color);
        canvas.fill(new RoundRectangle2D.Float(x, y, metrics.stringWidth(words) + 24, CHIP_HEIGHT, 12, 12));
        canvas.setFont(Ink.CHIP);
        canvas.setColor(Ink.ON_CHIP);
        canvas.drawString(words, x + 12, y + (CHIP_HEIGHT + metrics.getAscent() - metrics.getDescent()) / 2);
        return y + CHIP_HEIGHT;
    }

    private int rowHeight(int first) {
        return panels.subList(first, Math.min(first + COLUMNS, panels.size())).stream()
                .mapToInt(Storyboard::height)
                .max()
                .orElse(0);
    }

    private static int height(Panel panel) {
        return PICTURE
                + 12
                + label(panel).height()
                + 4
                + story(panel).height()
                + 8
                + panel.changes().size() * (CHIP_HEIGHT + 6)
                + TextBlock.of(panel.note(), Ink.SMALL, PICTURE).height();
    }

    private static TextBlock story(Panel panel) {
        String gloss = panel.gloss();
        String text = readable(panel.text(), gloss == null ? panel.text() : "[" + gloss + "]");
        return TextBlock.of(text, Ink.STORY, PICTURE);
    }

    /** A box for every character says less than a translation. */
    private static String readable(String text, String otherwise) {
        return canDisplay(Ink.STORY, text) ? text : otherwise;
    }

    private static boolean canDisplay(Font font, String text) {
        return text.codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .allMatch(font::canDisplay);
    }
}
