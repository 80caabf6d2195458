package io.emaki.world;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Draws the avatar: the same picture for the same arguments on every machine. Safe for use by several threads, which share
 * its store of backdrops and companions.
 */
public final class WorldRenderer {

    public static final int DEFAULT_SIZE = 256;
    private static final int SMALLEST = 32;
    private static final int LARGEST = 4096;
    private static final int STORED_SIZE = 512;
    private static final double AVATAR_PLACE = 104;
    private static final double EYES_WIDE = 17;
    private static final double EYES_HIGH = 8;

    private record BackdropKey(Scene scene, TimeOfDay time, int version, int size) {}

    private record CompanionKey(Companion companion, Light light, int size) {}

    private final Map<BackdropKey, BufferedImage> backdrops = new ConcurrentHashMap<>();
    private final Map<CompanionKey, BufferedImage> companions = new ConcurrentHashMap<>();

    /** The plain style at {@value #DEFAULT_SIZE} pixels a side. */
    public BufferedImage render(Identity who, State state) {
        return render(who, state, RenderStyle.PLAIN, DEFAULT_SIZE);
    }

    /**
     * @param size pixels a side, {@value #SMALLEST} to {@value #LARGEST}
     * @return opaque picture of type {@link BufferedImage#TYPE_INT_RGB}
     * @throws IllegalArgumentException for another size
     */
    public BufferedImage render(Identity who, State state, RenderStyle style, int size) {
        return render(who, state, StyleBlend.of(style), size);
    }

    /** The same in a blend of styles. */
    public BufferedImage render(Identity who, State state, StyleBlend style, int size) {
        if (size < SMALLEST || size > LARGEST) {
            throw new IllegalArgumentException(
                    "size: expected " + SMALLEST + " to " + LARGEST + " pixels, not " + size);
        }
        BufferedImage backdrop = backdrop(state.scene(), state.time(), Backdrop.version(who, state.scene()), size);
        Light light = Light.of(state.scene(), state.time());
        BufferedImage front = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
        foreground(front, who, state, light);
        int[] over = pixels(front);
        int[] flat = Compositor.flatten(pixels(backdrop), over, size, light.rim(), light.rimStrength());
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        style.apply(flat, over, pixels(picture), size);
        return picture;
    }

    /**
     * Where the eyes are drawn, a box a few pixels wider than they; small parts that carry an identity can be given more
     * weight in training by it.
     */
    public Rectangle eyes(Identity who, State state, int size) {
        double scale = size / (double) DEFAULT_SIZE;
        double x = avatarPlace(who);
        double y = Figure.eyeLine(state.pose());
        int left = (int) Math.floor((x - EYES_WIDE) * scale);
        int top = (int) Math.floor((y - EYES_HIGH) * scale);
        return new Rectangle(
                left,
                top,
                (int) Math.ceil((x + EYES_WIDE) * scale) - left,
                (int) Math.ceil((y + EYES_HIGH) * scale) - top);
    }

    private static double avatarPlace(Identity who) {
        return AVATAR_PLACE + (who.variant() % 5 - 2) * 1.5;
    }

    private void foreground(BufferedImage picture, Identity who, State state, Light light) {
        if (state.companion() != Companion.NONE) {
            Graphics2D g = picture.createGraphics();
            g.drawImage(companion(state.companion(), light, picture.getWidth()), 0, 0, null);
            g.dispose();
        }
        try (Brush b = Brush.on(picture, light)) {
            b.at(avatarPlace(who), 0);
            Figure.draw(b, who, state.outfit(), state.colour().rgb(), state.pose());
        }
    }

    private BufferedImage backdrop(Scene scene, TimeOfDay time, int version, int size) {
        if (size > STORED_SIZE) {
            return Backdrop.paint(scene, time, version, size);
        }
        return backdrops.computeIfAbsent(
                new BackdropKey(scene, time, version, size), k -> Backdrop.paint(k.scene, k.time, k.version, k.size));
    }

    private BufferedImage companion(Companion companion, Light light, int size) {
        if (size > STORED_SIZE) {
            return sprite(new CompanionKey(companion, light, size));
        }
        return companions.computeIfAbsent(new CompanionKey(companion, light, size), WorldRenderer::sprite);
    }

    private static BufferedImage sprite(CompanionKey key) {
        BufferedImage sprite = new BufferedImage(key.size, key.size, BufferedImage.TYPE_INT_ARGB_PRE);
        try (Brush b = Brush.on(sprite, key.light)) {
            Companions.draw(b, key.companion);
        }
        return sprite;
    }

    static int[] pixels(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }
}
