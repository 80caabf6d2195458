package io.emaki.world;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Grades pictures against the renderer's own: for each attribute all values are drawn, all else as expected, and the one
 * nearest in pixel space is what the picture shows. A second round starts from what the first one saw, so
 * that one wrong attribute does not spoil the reading of the others. Safe for use by several threads.
 */
public final class WorldGrader {

    /** Largest difference of a colour channel (0 to 255) at which a pixel still counts as unchanged. */
    public static final int TOLERANCE = 32;

    private static final int ROUNDS = 2;

    private final WorldRenderer renderer;

    public WorldGrader(WorldRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * Grades an edit.
     *
     * @param picture square, of at least 32 pixels a side; compared at its own size
     * @param expected the state that the instruction asks for
     * @param reference the state that the edited picture showed; absent where there was none
     * @throws IllegalArgumentException when the picture is not square
     */
    public Grade grade(
            BufferedImage picture, Identity identity, State expected, @Nullable State reference, StyleBlend style) {
        int[] pixels = pixels(picture);
        Reading seen = read(pixels, new Reading(identity, expected), style);
        OptionalDouble unchanged =
                reference == null ? OptionalDouble.empty() : unchanged(pixels, identity, expected, reference, style);
        return grade(seen, identity, expected, unchanged);
    }

    /** Grades a picture made from a caption. No words name the identity's variant, so the nearest variant counts. */
    public Grade gradeCaption(BufferedImage picture, Identity identity, State expected, StyleBlend style) {
        int[] pixels = pixels(picture);
        Reading start = nearest(pixels, style, Candidates.variants(new Reading(identity, expected)));
        Reading seen = read(pixels, start, style);
        if (!seen.equals(start)) {
            seen = read(pixels, nearest(pixels, style, Candidates.variants(seen)), style);
        }
        return grade(seen, identity, expected, OptionalDouble.empty());
    }

    private static Grade grade(Reading seen, Identity identity, State expected, OptionalDouble unchanged) {
        Map<Axis, Boolean> instruction = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            instruction.put(axis, axis.of(seen.state()) == axis.of(expected));
        }
        Map<Trait, Boolean> traits = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            traits.put(trait, trait.of(seen.identity()) == trait.of(identity));
        }
        return new Grade(instruction, traits, unchanged, seen);
    }

    /** The style whose rendering of this identity and state lies nearest to the picture. */
    public RenderStyle style(BufferedImage picture, Identity identity, State state) {
        int[] pixels = pixels(picture);
        Reading reading = new Reading(identity, state);
        return least(
                Arrays.stream(RenderStyle.values()),
                style -> Distance.between(pixels, render(reading, StyleBlend.of(style), side(pixels))));
    }

    /** Mean absolute channel difference (0 to 255) from the true rendering. */
    public double error(BufferedImage picture, Identity identity, State state, StyleBlend style) {
        int[] pixels = pixels(picture);
        return Distance.mean(pixels, render(new Reading(identity, state), style, side(pixels)));
    }

    private Reading read(int[] pixels, Reading start, StyleBlend style) {
        Reading seen = start;
        for (int round = 0; round < ROUNDS; round++) {
            Reading before = seen;
            for (Function<Reading, Stream<Reading>> attribute : Candidates.OF_EACH_ATTRIBUTE) {
                seen = nearest(pixels, style, attribute.apply(seen));
            }
            if (seen.equals(before)) {
                break;
            }
        }
        return seen;
    }

    private Reading nearest(int[] pixels, StyleBlend style, Stream<Reading> candidates) {
        return least(candidates, reading -> Distance.between(pixels, render(reading, style, side(pixels))));
    }

    private static <T> T least(Stream<T> candidates, Function<T, Long> measure) {
        return candidates
                .map(candidate -> Map.entry(candidate, measure.apply(candidate)))
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private OptionalDouble unchanged(
            int[] pixels, Identity identity, State expected, State reference, StyleBlend style) {
        int size = side(pixels);
        int[] wanted = render(new Reading(identity, expected), style, size);
        int[] before = render(new Reading(identity, reference), style, size);
        return Untouched.share(pixels, wanted, before, size, TOLERANCE);
    }

    private int[] render(Reading reading, StyleBlend style, int size) {
        return WorldRenderer.pixels(renderer.render(reading.identity(), reading.state(), style, size));
    }

    private static int side(int[] pixels) {
        return (int) Math.round(Math.sqrt(pixels.length));
    }

    private static int[] pixels(BufferedImage picture) {
        if (picture.getWidth() != picture.getHeight()) {
            throw new IllegalArgumentException(
                    "picture: expected a square, not " + picture.getWidth() + "x" + picture.getHeight());
        }
        if (picture.getType() == BufferedImage.TYPE_INT_RGB
                && picture.getRaster().getParent() == null) {
            return WorldRenderer.pixels(picture);
        }
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = plain.createGraphics();
        g.drawImage(picture, 0, 0, null);
        g.dispose();
        return WorldRenderer.pixels(plain);
    }
}
