package io.emaki.hidream.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.hidream.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resizing against Pillow's own results. */
class GoldenPixelTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void resizesAsPillowDoes(int index) {
        int side = Golden.manifest()
                .path("resize")
                .path(String.valueOf(index))
                .path("size")
                .asInt();

        RgbImage patches = References.resizeToPatches(
                RgbImage.of(Golden.picture("resize" + index + ".in.png")), side, "reference");
        assertSame(patches, RgbImage.of(Golden.picture("resize" + index + ".out.png")));

        RgbImage view = References.view(patches, References.viewSide(1), "reference");
        assertSame(view, RgbImage.of(Golden.picture("resize" + index + ".vlm.png")));
    }

    private static void assertSame(RgbImage actual, RgbImage expected) {
        assertThat(actual.width()).isEqualTo(expected.width());
        assertThat(actual.height()).isEqualTo(expected.height());
        int worst = 0;
        for (int i = 0; i < expected.rgb().length; i++) {
            worst = Math.max(worst, Math.abs((actual.rgb()[i] & 255) - (expected.rgb()[i] & 255)));
        }
        assertThat(worst).isLessThanOrEqualTo(1);
    }
}
