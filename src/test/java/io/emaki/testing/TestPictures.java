package io.emaki.testing;

import io.emaki.world.Companion;
import io.emaki.world.Identity;
import io.emaki.world.Language;
import io.emaki.world.Outfit;
import io.emaki.world.OutfitColour;
import io.emaki.world.Pose;
import io.emaki.world.Scene;
import io.emaki.world.State;
import io.emaki.world.TimeOfDay;
import io.emaki.world.WorldDataset;
import io.emaki.world.WorldRenderer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures of one colour, and one of an avatar. */
public final class TestPictures {

    private TestPictures() {}

    public static byte[] png(int width, int height, int colour) {
        return encode(width, height, colour, "png");
    }

    /** Somebody in a blue dress, in a forest by day; 256 x 256. */
    public static byte[] avatar() {
        State state =
                new State(Outfit.DRESS, OutfitColour.BLUE, Scene.FOREST, TimeOfDay.DAY, Pose.STANDING, Companion.NONE);
        Identity who = WorldDataset.evaluation(3).edit(0, Language.ENGLISH).identity();
        return encode(new WorldRenderer().render(who, state), "png");
    }

    public static byte[] encode(int width, int height, int colour, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(colour));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return encode(image, format);
    }

    private static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
