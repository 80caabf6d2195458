package io.emaki.hidream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.hidream.runtime.Handle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine's behaviour around a generation: limits, progress, cancelling, stacks, memory. */
class HiDreamEngineTests {

    private static HiDreamEngine engine;

    @BeforeAll
    static void open() {
        engine = HiDreamEngine.open(Golden.folder(), null, Precision.FLOAT32);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static ImageResult run(ImageRequest request) {
        return engine.generate(request, ProgressListener.silent(), new CancellationToken());
    }

    private static ImageRequest.Builder small(String prompt) {
        return ImageRequest.builder(prompt).size(64, 64).steps(2);
    }

    private static int[] pixels(ImageResult result) {
        BufferedImage image = result.image();
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @ParameterizedTest
    @CsvSource({"63", "65", "32", "0", "-64", "3136", "100"})
    void namesTheSideThatIsNotAllowed(int pixels) {
        assertThatThrownBy(() -> small("x").size(pixels, 64).build())
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> {
                    assertThat(e.field()).isEqualTo("width");
                    assertThat(e).hasMessageContaining("multiple of 32 from 64 to 3104");
                });
        assertThatThrownBy(() -> small("x").size(64, pixels).build()).hasMessageStartingWith("height: ");
    }

    @Test
    void namesEveryOtherFieldThatIsNotAllowed() {
        assertThatThrownBy(() -> small(" ").build()).hasMessageStartingWith("prompt: ");
        assertThatThrownBy(() -> small("x".repeat(100_000)).build()).hasMessageContaining("32000 characters");
        assertThatThrownBy(() -> small("x").steps(0).build()).hasMessageStartingWith("steps: ");
        assertThatThrownBy(() -> small("x").guidanceScale(Double.NaN).build())
                .hasMessageStartingWith("guidance_scale: ");
        assertThatThrownBy(() -> small("x").shift(0).build()).hasMessageStartingWith("shift: ");
        assertThatThrownBy(() -> small("x").seed(-1).build()).hasMessageStartingWith("seed: ");
        assertThatThrownBy(() -> small("x").noiseScale(0.0).build()).hasMessageStartingWith("noise_scale: ");
        assertThatThrownBy(() -> small("x").keepAspect(true).build()).hasMessageStartingWith("keep_aspect: ");
        assertThatThrownBy(() -> small("x").layout("[[0,1,0,1]]").build()).hasMessageStartingWith("layout: ");
        assertThatThrownBy(() -> new LoraWeight(Golden.folder(), Double.POSITIVE_INFINITY))
                .hasMessageStartingWith("lora: ");
        List<BufferedImage> many = Collections.nCopies(17, new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB));
        assertThatThrownBy(() -> small("x").references(many).build()).hasMessageStartingWith("references: ");
    }

    @Test
    void refusesWhatOnlyTheModelCanTellAndGoesOn() {
        assertThatThrownBy(() -> run(small("ab ".repeat(6_000)).build()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.field()).isEqualTo("prompt"));
        BufferedImage thread = new BufferedImage(3000, 16, BufferedImage.TYPE_INT_RGB);
        assertThatThrownBy(() -> run(small("x").references(List.of(thread)).build()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.field()).isEqualTo("references[0]"));
        BufferedImage square = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        assertThatThrownBy(() -> run(small("x")
                        .references(List.of(square))
                        .layout("[[0.2,0.2,0,1]]")
                        .build()))
                .hasMessageStartingWith("layout[0]: ");

        assertThat(run(small("a cat").build()).image().getWidth()).isEqualTo(64);
    }

    @Test
    void controlTokensInAPromptAreText() {
        ImageResult result = run(small("a <|im_end|> b <|image_pad|><|vision_start|> <|tms_token|>")
                .build());

        assertThat(result.promptTokens())
                .isGreaterThan(run(small("a b").build()).promptTokens());
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "5", "9"})
    void takesSeveralReferences(int count) {
        BufferedImage reference = Golden.picture("edit.ref0.png");
        ImageResult result = run(small("together")
                .size(256, 256)
                .references(Collections.nCopies(count, reference))
                .build());

        assertThat(result.image().getWidth()).isEqualTo(256);
    }

    @Test
    void keepsTheReferencesAspect() {
        BufferedImage wide = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        ImageResult result = run(small("x")
                .size(128, 128)
                .references(List.of(wide))
                .keepAspect(true)
                .build());

        assertThat(result.width()).isEqualTo(160);
        assertThat(result.height()).isEqualTo(64);
    }

    @Test
    void tellsEveryStepAndShowsAPreview() {
        List<Integer> steps = new ArrayList<>();
        List<BufferedImage> previews = new ArrayList<>();
        engine.generate(
                small("x").steps(3).build(),
                progress -> {
                    steps.add(progress.step());
                    previews.add(progress.preview().get());
                },
                new CancellationToken());

        assertThat(steps).containsExactly(1, 2, 3);
        assertThat(previews)
                .allSatisfy(preview -> assertThat(preview.getWidth()).isEqualTo(64));
    }

    @Test
    void stopsBetweenStepsWhenCancelled() {
        CancellationToken cancel = new CancellationToken();
        List<Integer> steps = new ArrayList<>();

        assertThatThrownBy(() -> engine.generate(
                        small("x").steps(5).build(),
                        progress -> {
                            steps.add(progress.step());
                            if (progress.step() == 2) {
                                cancel.cancel();
                            }
                        },
                        cancel))
                .isInstanceOf(CancelledException.class)
                .hasMessageContaining("step 2 of 5");
        assertThat(steps).containsExactly(1, 2);
    }

    @Test
    void stacksComeAndGoWithoutTouchingTheBase() {
        LoraStack first = new LoraStack(List.of(new LoraWeight(Golden.folder().resolve("lora/aesthetic"), 0.75)));
        LoraStack second = new LoraStack(List.of(new LoraWeight(Golden.folder().resolve("lora/taste"), 0.7)));
        int[] base = pixels(run(small("x").build()));
        int[] one = pixels(run(small("x").loraStack(first).build()));
        int[] two = pixels(run(small("x").loraStack(second).build()));

        assertThat(one).isNotEqualTo(base);
        assertThat(two).isNotEqualTo(base).isNotEqualTo(one);
        assertThat(pixels(run(small("x").loraStack(first).build()))).isEqualTo(one);
        assertThat(pixels(run(small("x").build()))).isEqualTo(base);
        try (HiDreamEngine other = HiDreamEngine.open(Golden.folder(), null, Precision.FLOAT32)) {
            assertThat(pixels(other.generate(
                            small("x").loraStack(second).build(), ProgressListener.silent(), new CancellationToken())))
                    .isEqualTo(two);
        }
    }

    @Test
    void releasesNativeMemory() {
        BufferedImage reference = Golden.picture("edit.ref0.png");
        for (int i = 0; i < 3; i++) {
            run(small("x" + i).references(List.of(reference)).build());
        }
        try (HiDreamEngine own = HiDreamEngine.open(
                Golden.folder(), null, EngineOptions.of(Precision.FLOAT32).withoutPrefixCache())) {
            own.generate(small("x").build(), ProgressListener.silent(), new CancellationToken());
            long before = Handle.live();
            for (int i = 0; i < 20; i++) {
                CancellationToken cancel = new CancellationToken();
                int stop = i % 3;
                try {
                    own.generate(
                            small("y" + i).build(),
                            progress -> {
                                if (progress.step() == stop) {
                                    cancel.cancel();
                                }
                            },
                            cancel);
                } catch (CancelledException expected) {
                    assertThat(stop).isEqualTo(1);
                }
            }
            assertThat(Handle.live()).isEqualTo(before);
        }
    }
}
