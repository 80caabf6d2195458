package io.emaki.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/** Text broken into lines that fit a width, by the rules of its script (Japanese and Chinese break between characters). */
final class TextBlock {

    private static final float LEADING = 1.28f;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final List<TextLayout> lines;
    private final float lineHeight;

    private TextBlock(List<TextLayout> lines, float lineHeight) {
        this.lines = lines;
        this.lineHeight = lineHeight;
    }

    static TextBlock of(String text, Font font, int width) {
        List<TextLayout> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\\R+")) {
            if (paragraph.isBlank()) {
                continue;
            }
            AttributedString styled = new AttributedString(paragraph);
            styled.addAttribute(TextAttribute.FONT, font);
            LineBreakMeasurer measurer = new LineBreakMeasurer(styled.getIterator(), CONTEXT);
            while (measurer.getPosition() < paragraph.length()) {
                lines.add(measurer.nextLayout(width));
            }
        }
        return new TextBlock(lines, font.getSize2D() * LEADING);
    }

    int height() {
        return Math.round(lines.size() * lineHeight);
    }

    /** Draws with the top left corner at (x, y) and returns the y below the last line. */
    int draw(Graphics2D canvas, Color color, int x, int y) {
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        canvas.setColor(color);
        float baseline = y;
        for (TextLayout line : lines) {
            line.draw(canvas, x, baseline + line.getAscent());
            baseline += lineHeight;
        }
        return Math.round(baseline);
    }
}
