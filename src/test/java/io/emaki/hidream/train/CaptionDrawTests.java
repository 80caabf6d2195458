package io.emaki.hidream.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.hidream.InvalidRequestException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which samples a step takes, and at what size. */
class CaptionDrawTests {

    @TempDir
    private Path folder;

    @Test
    void everyRoundTakesEverySampleOnce() {
        Draws draws = new Draws(10, 5, 0.3);
        List<Integer> first = samples(draws, 0, 2, 5);
        List<Integer> second = samples(draws, 2, 2, 5);

        assertThat(first).containsExactlyInAnyOrderElementsOf(all(10));
        assertThat(second).containsExactlyInAnyOrderElementsOf(all(10)).isNotEqualTo(first);
        assertThat(samples(new Draws(10, 6, 0.3), 0, 2, 5)).isNotEqualTo(first);
    }

    @Test
    void aStepDoesNotDependOnThoseBefore() {
        Draws whole = new Draws(7, 5, 0.3);
        List<List<Draws.Draw>> steps =
                IntStream.range(0, 40).mapToObj(step -> whole.of(step, 3)).toList();

        Draws later = new Draws(7, 5, 0.3);

        for (int step = 39; step >= 0; step--) {
            assertThat(later.of(step, 3)).isEqualTo(steps.get(step));
            assertThat(later.noiseSeed(step, 1)).isEqualTo(whole.noiseSeed(step, 1));
        }
        assertThat(IntStream.range(-1, 100)
                        .boxed()
                        .flatMapToLong(step -> IntStream.range(0, 8).mapToLong(batch -> later.noiseSeed(step, batch))))
                .doesNotHaveDuplicates()
                .allMatch(seed -> seed >= 0);
    }

    @Test
    void leavesOutTheWantedShareOfCaptions() {
        assertThat(dropped(0)).isZero();
        assertThat(dropped(0.25)).isBetween(200L, 300L);
    }

    private static long dropped(double share) {
        Draws draws = new Draws(10, 1, share);
        return IntStream.range(0, 1000)
                .filter(step -> draws.of(step, 1).getFirst().dropped())
                .count();
    }

    private static List<Integer> samples(Draws draws, int from, int steps, int count) {
        List<Integer> samples = new ArrayList<>();
        for (int step = from; step < from + steps; step++) {
            draws.of(step, count).forEach(draw -> samples.add(draw.sample()));
        }
        return samples;
    }

    private static List<Integer> all(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @ParameterizedTest
    @CsvSource({"256, 256", "2048, 2048", "128, 128", "1024, 576", "64, 64"})
    void bucketsAreMultiplesOf32WithinTheNativeArea(int width, int height) {
        List<Bucket> buckets = Bucket.around(width, height);

        assertThat(buckets).contains(new Bucket(width, height)).doesNotHaveDuplicates();
        assertThat(buckets).allSatisfy(bucket -> {
            assertThat(bucket.width() % 32 + bucket.height() % 32).isZero();
            assertThat(Math.min(bucket.width(), bucket.height())).isGreaterThanOrEqualTo(64);
            assertThat((long) bucket.width() * bucket.height()).isLessThanOrEqualTo((long) width * height);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "500, 500, 256, 256",
        "1920, 1080, 320, 192",
        "2000, 900, 352, 160",
        "600, 900, 192, 320",
        "32, 4000, 160, 352"
    })
    void aPictureGoesToTheNearestAspect(int width, int height, int bucketWidth, int bucketHeight) {
        assertThat(Bucket.nearest(Bucket.around(256, 256), width, height))
                .isEqualTo(new Bucket(bucketWidth, bucketHeight));
    }

    @Test
    void cutsOutTheCentreAndShowsWhiteThroughTransparency() throws IOException {
        BufferedImage image = new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(150, 0, 50, 100);
        graphics.dispose();
        Path file = folder.resolve("wide.png");
        ImageIO.write(image, "png", file.toFile());

        byte[] rgb = PictureReader.read(file, "here", new Bucket(64, 64)).rgb();

        // 300x100 becomes 192x64, of which columns 64 to 128 are kept; red starts at 96.
        assertThat(pixel(rgb, 10)).containsExactly(255, 255, 255);
        assertThat(pixel(rgb, 50)).containsExactly(255, 0, 0);
    }

    private static int[] pixel(byte[] rgb, int column) {
        int at = (32 * 64 + column) * 3;
        return new int[] {rgb[at] & 0xff, rgb[at + 1] & 0xff, rgb[at + 2] & 0xff};
    }

    @Test
    void namesThePictureThatCannotBeUsed() throws IOException {
        Path text = Files.writeString(folder.resolve("a.png"), "no picture");
        Path small = folder.resolve("b.png");
        ImageIO.write(new BufferedImage(8, 80, BufferedImage.TYPE_INT_RGB), "png", small.toFile());

        assertThatThrownBy(() -> PictureReader.bucket(text, "metadata.jsonl line 4", Bucket.around(256, 256)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("metadata.jsonl line 4: file_name: " + text + " is no picture");
        assertThatThrownBy(() -> PictureReader.bucket(small, "here", Bucket.around(256, 256)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("is 8x80");
    }
}
