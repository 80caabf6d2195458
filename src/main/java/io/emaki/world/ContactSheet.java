package io.emaki.world;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Many pictures in one: avatars drawn at random, in rows. */
public final class ContactSheet {

    private ContactSheet() {}

    /**
     * @param seed which avatars
     * @param size pixels a side of each picture
     * @param style of all pictures
     */
    public static BufferedImage draw(
            WorldRenderer renderer, long seed, int columns, int rows, int size, RenderStyle style) {
        BufferedImage sheet = new BufferedImage(columns * size, rows * size, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        for (int i = 0; i < columns * rows; i++) {
            Dice dice = Dice.of(seed, i);
            Identity who = Identity.draw(dice);
            State state = State.draw(dice);
            g.drawImage(renderer.render(who, state, style, size), i % columns * size, i / columns * size, null);
        }
        g.dispose();
        return sheet;
    }
}
