package io.emaki.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorldGraderTest {

    private static final int DAMAGED = 30;

    private final WorldRenderer renderer = new WorldRenderer();
    private final WorldGrader grader = new WorldGrader(renderer);
    private final WorldDataset edits = WorldDataset.evaluation(4);

    @ParameterizedTest
    @EnumSource
    void theTruePictureIsRightInEveryAttribute(RenderStyle style) {
        for (int i = 0; i < 6; i++) {
            WorldSample sample = edits.edit(i, Language.ENGLISH);
            BufferedImage truth = renderer.render(sample.identity(), sample.target(), style, 256);

            Grade grade =
                    grader.grade(truth, sample.identity(), sample.target(), sample.reference(), StyleBlend.of(style));

            assertThat(grade.allRight()).as("%s", grade).isTrue();
            grade.unchanged().ifPresent(share -> assertThat(share).isEqualTo(1));
            assertThat(grader.style(truth, sample.identity(), sample.target())).isEqualTo(style);
        }
    }

    @Test
    void theUneditedReferenceFollowsNoInstructionAndKeepsTheIdentity() {
        for (int i = 0; i < 20; i++) {
            WorldSample sample = edits.edit(i, Language.ENGLISH);
            State reference = java.util.Objects.requireNonNull(sample.reference());
            BufferedImage unedited = renderer.render(sample.identity(), reference);

            Grade grade = grader.grade(unedited, sample.identity(), sample.target(), reference, StyleBlend.PLAIN);

            for (Axis axis : Axis.values()) {
                assertThat(grade.shows(axis))
                        .as("%s of %s", axis, sample)
                        .isEqualTo(!sample.changed().contains(axis));
            }
            assertThat(grade.identity().values()).as("%s", sample).doesNotContain(false);
            grade.unchanged().ifPresent(share -> assertThat(share).isEqualTo(1));
        }
    }

    @Test
    void blurAndJpegNoiseDoNotMislead() {
        assertThat(shareRight(WorldGraderTest::jpeg)).isGreaterThanOrEqualTo(0.99);
        assertThat(shareRight(WorldGraderTest::blurred)).isGreaterThanOrEqualTo(0.99);
    }

    private double shareRight(UnaryOperator<BufferedImage> damage) {
        return IntStream.range(100, 100 + DAMAGED)
                        .mapToObj(i -> edits.edit(i, Language.ENGLISH))
                        .mapToInt(sample -> {
                            BufferedImage damaged = damage.apply(renderer.render(sample.identity(), sample.target()));
                            Grade grade = grader.grade(
                                    damaged, sample.identity(), sample.target(), sample.reference(), StyleBlend.PLAIN);
                            return (int) (grade.instruction().values().stream()
                                            .filter(right -> right)
                                            .count()
                                    + grade.identity().values().stream()
                                            .filter(right -> right)
                                            .count());
                        })
                        .sum()
                / ((double) DAMAGED * (Axis.values().length + Trait.values().length));
    }

    @Test
    void aCaptionsPictureIsGradedInWhateverVariantItShows() {
        for (int i = 0; i < 4; i++) {
            WorldSample sample = edits.caption(i, Language.ENGLISH);
            for (Identity variant : sample.identity().variants().subList(0, 3)) {
                Grade grade = grader.gradeCaption(
                        renderer.render(variant, sample.target()),
                        sample.identity(),
                        sample.target(),
                        StyleBlend.PLAIN);

                assertThat(grade.allRight()).as("%s", grade).isTrue();
                assertThat(grade.unchanged()).isEmpty();
            }
        }
    }

    @Test
    void aSpoiltBackgroundIsNotUnchanged() {
        WorldSample sample = edits.edit(1, Language.ENGLISH);
        State from = sample.target().with(Pose.STANDING).with(Companion.NONE);
        State to = from.with(Pose.SITTING);
        BufferedImage spoilt = renderer.render(sample.identity(), to);
        Graphics2D g = spoilt.createGraphics();
        g.setColor(java.awt.Color.MAGENTA);
        g.fillRect(196, 0, 60, 128);
        g.dispose();

        Grade grade = grader.grade(spoilt, sample.identity(), to, from, StyleBlend.PLAIN);

        assertThat(grade.unchanged().orElseThrow()).isBetween(0.7, 0.92);
    }

    @Test
    void refusesAPictureThatIsNotSquare() {
        Reading reading = WorldRendererTest.reading(1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grader.grade(
                        new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB),
                        reading.identity(),
                        reading.state(),
                        null,
                        StyleBlend.PLAIN))
                .withMessage("picture: expected a square, not 64x32");
    }

    private static BufferedImage jpeg(BufferedImage picture) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
                ImageWriteParam parameters = writer.getDefaultWriteParam();
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(0.5f);
                writer.setOutput(out);
                writer.write(null, new IIOImage(picture, null, null), parameters);
            }
            writer.dispose();
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Halved and enlarged again. */
    private static BufferedImage blurred(BufferedImage picture) {
        return scaled(scaled(picture, picture.getWidth() / 2), picture.getWidth());
    }

    private static BufferedImage scaled(BufferedImage picture, int size) {
        BufferedImage scaled = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = scaled.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(picture, 0, 0, size, size, null);
        g.dispose();
        return scaled;
    }
}
