package io.emaki.hidream;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs in float32 against the official pictures. */
class GoldenPictureTests {

    private static HiDreamEngine engine;

    @BeforeAll
    static void open() {
        engine = HiDreamEngine.open(Golden.folder(), null, Precision.FLOAT32);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t2i", "edit", "edit_ja", "edit_nocfg", "ip2", "ip3_layout", "flash", "edit_lora"})
    void reproducesTheOfficialPicture(String name) {
        ImageResult result = engine.generate(Golden.request(name), ProgressListener.silent(), new CancellationToken());

        BufferedImage expected = Golden.picture(name + ".out.png");
        assertThat(result.width()).isEqualTo(expected.getWidth());
        assertThat(result.height()).isEqualTo(expected.getHeight());
        assertThat(shareWithinOneLevel(result.image(), expected)).isGreaterThanOrEqualTo(0.999);
    }

    static double shareWithinOneLevel(BufferedImage actual, BufferedImage expected) {
        long close = 0;
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                int a = actual.getRGB(x, y);
                int b = expected.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    close += Math.abs((a >> shift & 255) - (b >> shift & 255)) <= 1 ? 1 : 0;
                }
            }
        }
        return close / (3.0 * expected.getWidth() * expected.getHeight());
    }
}
