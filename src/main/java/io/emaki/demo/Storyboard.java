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

/** Draws a story as one tall picture: a row for each turn, the persona's picture on the left and the text beside it. */
final class Storyboard {

    private static final int WIDTH = 1080;
    private static final int MARGIN = 48;
    private static final int PICTURE = 288;
    private static final int GAP = 32;
    private static final int ROW_GAP = 28;
    private static final int TEXT_X = MARGIN + PICTURE + GAP;
    private static final int TEXT_WIDTH = WIDTH - TEXT_X - MARGIN;
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
        int height = top
                + panels.stream().mapToInt(panel -> rowHeight(panel) + ROW_GAP).sum()
                + MARGIN
                - ROW_GAP;
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
            for (Panel panel : panels) {
                row(canvas, panel, y);
                y += rowHeight(panel) + ROW_GAP;
            }
        } finally {
            canvas.dispose();
        }
        return board;
    }

    private static void row(Graphics2D canvas, Panel panel, int y) {
        picture(canvas, panel, y);
        String label = panel.number() == 0 ? panel.speaker() : panel.number() + "   " + panel.speaker();
        int cursor = TextBlock.of(label.toUpperCase(Locale.ROOT), Ink.LABEL, TEXT_WIDTH)
                .draw(canvas, Ink.FAINT, TEXT_X, y);
        cursor = story(panel).draw(canvas, Ink.TEXT, TEXT_X, cursor + 8) + 12;
        for (Panel.Change change : panel.changes()) {
            cursor = chip(canvas, change, cursor) + 8;
        }
        TextBlock.of(panel.note(), Ink.SMALL, TEXT_WIDTH).draw(canvas, Ink.FAINT, TEXT_X, cursor);
    }

    private static void picture(Graphics2D canvas, Panel panel, int y) {
        BufferedImage picture = panel.picture();
        double scale = (double) PICTURE / Math.max(picture.getWidth(), picture.getHeight());
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        int x = MARGIN + (PICTURE - width) / 2;
        canvas.setComposite(AlphaComposite.SrcOver.derive(panel.fresh() ? 1f : UNCHANGED_OPACITY));
        canvas.drawImage(picture, x, y, width, height, null);
        canvas.setComposite(AlphaComposite.SrcOver);
        canvas.setColor(Ink.FRAME);
        canvas.setStroke(new BasicStroke(1.5f));
        canvas.drawRect(x, y, width, height);
    }

    private static int chip(Graphics2D canvas, Panel.Change change, int y) {
        FontMetrics metrics = canvas.getFontMetrics(Ink.CHIP);
        String words = readable(change.words(), change.axis());
        while (metrics.stringWidth(words) > TEXT_WIDTH - 24 && words.length() > 4) {
            words = words.substring(0, words.length() - 2).strip() + "…";
        }
        Color color = Ink.ofAxis(change.axis());
        canvas.setColor(color);
        canvas.fill(new RoundRectangle2D.Float(TEXT_X, y, metrics.stringWidth(words) + 24, CHIP_HEIGHT, 12, 12));
        canvas.setFont(Ink.CHIP);
        canvas.setColor(Ink.ON_CHIP);
        canvas.drawString(words, TEXT_X + 12, y + (CHIP_HEIGHT + metrics.getAscent() - metrics.getDescent()) / 2);
        return y + CHIP_HEIGHT;
    }

    private static int rowHeight(Panel panel) {
        int text = TextBlock.of("X", Ink.LABEL, TEXT_WIDTH).height()
                + 8
                + story(panel).height()
                + 12
                + panel.changes().size() * (CHIP_HEIGHT + 8)
                + TextBlock.of(panel.note(), Ink.SMALL, TEXT_WIDTH).height();
        return Math.max(PICTURE, text);
    }

    private static TextBlock story(Panel panel) {
        String gloss = panel.gloss();
        String text = readable(panel.text(), gloss == null ? panel.text() : "[" + gloss + "]");
        return TextBlock.of(text, Ink.STORY, TEXT_WIDTH);
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
