package io.emaki.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleBlendTest {

    private static final StyleBlend HALVES =
            new StyleBlend(Map.of(RenderStyle.GOLDEN_HOUR, 0.5, RenderStyle.PASTEL, 0.5));

    private final WorldRenderer renderer = new WorldRenderer();
    private final WorldSample sample = WorldDataset.evaluation(4).edit(0, Language.ENGLISH);

    @Test
    void aBlendAddsWhatEachStyleChanges() {
        int[] plain = pixels(StyleBlend.PLAIN);
        int[] golden = pixels(StyleBlend.of(RenderStyle.GOLDEN_HOUR));
        int[] pastel = pixels(StyleBlend.of(RenderStyle.PASTEL));
        int[] blend = pixels(HALVES);

        for (int i = 0; i < plain.length; i++) {
            double red =
                    red(plain[i]) + 0.5 * (red(golden[i]) - red(plain[i])) + 0.5 * (red(pastel[i]) - red(plain[i]));
            assertThat((double) red(blend[i])).isBetween(red - 0.51, red + 0.51);
        }
    }

    @Test
    void theGraderReadsABlend() {
        Grade grade = new WorldGrader(renderer)
                .grade(
                        renderer.render(sample.identity(), sample.target(), HALVES, 128),
                        sample.identity(),
                        sample.target(),
                        sample.reference(),
                        HALVES);

        assertThat(grade.allRight()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "ink", "golden-hour=0.6+pastel=0.6", "film=0.5"})
    void idsAreReadBack(String id) {
        assertThat(StyleBlend.parse(id).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oil", "ink=", "ink=0", "ink=-1", "ink=3", "ink=NaN", "ink+ink", "ink+"})
    void whatIsNoBlendIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StyleBlend.parse(text))
                .withMessageContaining("style");
    }

    private int[] pixels(StyleBlend style) {
        return WorldRenderer.pixels(renderer.render(sample.identity(), sample.target(), style, 128));
    }

    private static int red(int pixel) {
        return pixel >> 16 & 255;
    }
}
