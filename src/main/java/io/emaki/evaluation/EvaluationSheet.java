package io.emaki.evaluation;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** The first pictures of an evaluation to look at: reference, picture and truth in a row over the text. */
public final class EvaluationSheet implements WorldEvaluation.Listener {

    private static final int COLUMNS = 3;
    private static final int CAPTION = 44;

    private final int cells;
    private final int size;
    private final List<GradedPicture> pictures = new ArrayList<>();

    /**
     * @param cells most pictures that are kept
     * @param size side of the pictures, pixels
     */
    public EvaluationSheet(int cells, int size) {
        this.cells = cells;
        this.size = size;
    }

    @Override
    public synchronized void accept(GradedPicture graded) {
        if (pictures.size() < cells) {
            pictures.add(graded);
        }
    }

    /** Rows of three cells. */
    public synchronized BufferedImage draw() {
        int rows = Math.max(1, (pictures.size() + COLUMNS - 1) / COLUMNS);
        int width = 3 * size + 8;
        BufferedImage sheet = new BufferedImage(COLUMNS * width, rows * (size + CAPTION), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        for (int i = 0; i < pictures.size(); i++) {
            GradedPicture graded = pictures.get(i);
            int x = i % COLUMNS * width;
            int y = i / COLUMNS * (size + CAPTION);
            if (graded.reference() != null) {
                g.drawImage(graded.reference(), x, y, size, size, null);
            }
            g.drawImage(graded.picture(), x + size, y, size, size, null);
            g.drawImage(graded.truth(), x + 2 * size, y, size, size, null);
            g.setColor(graded.grade().allRight() ? new Color(0x9FD69F) : new Color(0xF0A0A0));
            drawWrapped(g, graded.text(), x + 4, y + size + 15, width - 12);
        }
        g.dispose();
        return sheet;
    }

    private static void drawWrapped(Graphics2D g, String text, int x, int y, int width) {
        int fits = text.length();
        while (fits > 0 && g.getFontMetrics().stringWidth(text.substring(0, fits)) > width) {
            fits--;
        }
        g.drawString(text.substring(0, fits), x, y);
        if (fits < text.length()) {
            g.drawString(text.substring(fits), x, y + 16);
        }
    }
}
