package io.emaki.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.hidream.CancellationToken;
import io.emaki.media.AiMark;
import io.emaki.media.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The embedded engine behind the port, on the small model and the adapters that the engine's own tests use. */
class EmbeddedImageEditorTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    private static Path folder;

    private static EmbeddedImageEditor editor;

    @BeforeAll
    static void open() throws Exception {
        Files.writeString(folder.resolve("warm.yaml"), """
                name: warm
                title: Warm
                description: Two adapters.
                adapters:
                  - {file: aesthetic, weight: 0.75, rating: sfw}
                  - {file: taste, weight: 0.5, rating: sfw}
                """);
        Files.writeString(folder.resolve("gone.yaml"), """
                name: gone
                title: Gone
                description: An adapter that nobody installed.
                adapters:
                  - {file: lost, weight: 1, rating: sfw}
                """);
        editor = new EmbeddedImageEditor(
                new EngineOpener(
                        new ModelProperties(GOLDEN.toString(), "", "float32", "cpu", DataSize.ofMegabytes(16)),
                        new ImagingFolders(".", folder.toString())),
                new LoraCatalog(LoraConfigReader.read(folder), GOLDEN.resolve("lora")),
                new ReferenceReader(1_000_000));
    }

    @AfterAll
    static void close() {
        editor.close();
    }

    @Test
    void aStackChangesThePictureAndIsRecordedWithHashes() {
        Picture base = render(request(null, List.of()));
        Picture warm = render(request("warm", List.of()));
        Picture baseAgain = render(request("c0-base", List.of()));

        assertThat(warm.png()).isNotEqualTo(base.png());
        assertThat(baseAgain.png()).isEqualTo(base.png());
        assertThat(warm.parameters().loraStack()).isEqualTo("warm");
        assertThat(warm.parameters().adapters())
                .extracting(RenderParameters.UsedAdapter::name, RenderParameters.UsedAdapter::weight)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("aesthetic", 0.75),
                        org.assertj.core.groups.Tuple.tuple("taste", 0.5));
        assertThat(warm.parameters().adapters())
                .allSatisfy(used -> assertThat(used.sha256()).matches("[0-9a-f]{64}"))
                .extracting(RenderParameters.UsedAdapter::sha256)
                .doesNotHaveDuplicates();
        assertThat(AiMark.read(warm.marked()).orElseThrow())
                .contains("aesthetic@0.75 sha256:"
                        + warm.parameters().adapters().getFirst().sha256());
    }

    @Test
    void pickedAdaptersEqualTheStackOfTheSameWeights() {
        Picture stack = render(request("warm", List.of()));
        Picture picked =
                render(request(null, List.of(new AdapterChoice("aesthetic", 0.75), new AdapterChoice("taste", 0.5))));

        assertThat(picked.png()).isEqualTo(stack.png());
        assertThat(picked.parameters().loraStack()).isNull();
    }

    @Test
    void anAdapterThatIsMissingOrUnknownIsNamed() {
        assertRejected(request("gone", List.of()), "lora", "'lost' is configured but not installed");
        assertRejected(request("nobody", List.of()), "lora", "c0-base, gone, warm");
        assertRejected(request(null, List.of(new AdapterChoice("../model", 1))), "lora", "aesthetic, lost, taste");
    }

    @Test
    void oneReferenceKeepsItsShapeAndAGivenSizeWins() {
        byte[] wide = Pictures.png(200, 100);

        Picture own = render(new PictureRequest("a hat", List.of(wide), null, null, 1, null, null, 1L, null));
        Picture given = render(new PictureRequest("a hat", List.of(wide), 64, 64, 1, null, null, 1L, null));

        assertThat(own.width()).isGreaterThan(own.height());
        assertThat(given.width()).isEqualTo(64).isEqualTo(given.height());
        assertThat(own.parameters().referenceTokens()).isPositive();
    }

    @Test
    void aReferenceThatIsNoPictureIsNamedByItsPlace() {
        PictureRequest request = new PictureRequest(
                "a hat", List.of(Pictures.png(64, 64), new byte[] {1, 2}), 64, 64, 1, null, null, 1L, null);

        assertRejected(request, "image[1]", "must be a PNG, JPEG or WebP");
    }

    @Test
    void withoutASeedEveryPictureHasItsOwn() {
        PictureRequest unseeded = new PictureRequest("p", List.of(), 64, 64, 1, null, null, null, null);

        assertThat(render(unseeded).parameters().seed())
                .isNotEqualTo(render(unseeded).parameters().seed());
    }

    @Test
    void wrongSettingsAreNamed() {
        for (Map.Entry<String, String> wrong : Map.of("emaki.model.precision", "int4", "emaki.model.device", "tpu")
                .entrySet()) {
            boolean precision = wrong.getKey().endsWith("precision");
            assertThatThrownBy(() -> new ModelProperties(
                            "",
                            "",
                            precision ? wrong.getValue() : "float32",
                            precision ? "cpu" : wrong.getValue(),
                            DataSize.ofMegabytes(1)))
                    .hasMessageContaining(wrong.getKey())
                    .hasMessageContaining(wrong.getValue());
        }
    }

    private static Picture render(PictureRequest request) {
        return editor.render(request, RenderListener.silent(), new CancellationToken());
    }

    private static PictureRequest request(String stack, List<AdapterChoice> adapters) {
        return new PictureRequest("a ranger", List.of(), 64, 64, 2, null, null, 1L, stack, adapters, null);
    }

    private static void assertRejected(PictureRequest request, String field, String expected) {
        assertThatThrownBy(() -> render(request)).isInstanceOfSatisfying(PictureRejectedException.class, rejected -> {
            assertThat(rejected.field()).isEqualTo(field);
            assertThat(rejected.reason()).contains(expected);
        });
    }
}
