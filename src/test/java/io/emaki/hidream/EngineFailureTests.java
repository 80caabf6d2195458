package io.emaki.hidream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.hidream.checkpoint.SafetensorsWriter;
import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import io.emaki.hidream.runtime.Handle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that fail half-way release what they had made. */
class EngineFailureTests {

    @TempDir
    private Path folder;

    private static ImageRequest.Builder small() {
        return ImageRequest.builder("x").size(64, 64).steps(2);
    }

    @Test
    void failuresLeaveNoNativeMemoryBehind() throws IOException {
        Path damaged = folder.resolve("damaged.safetensors");
        Tensor tensor = Tensor.float32(List.of(1L), new float[1]);
        SafetensorsWriter.write(damaged, Map.of("nothing.known", tensor), Map.of());
        LoraStack stack = new LoraStack(
                List.of(new LoraWeight(Golden.folder().resolve("lora/taste"), 1), new LoraWeight(damaged, 1)));
        BufferedImage square = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        CancellationToken none = new CancellationToken();
        try (HiDreamEngine engine = HiDreamEngine.open(
                Golden.folder(), null, EngineOptions.of(Precision.FLOAT32).withoutPrefixCache())) {
            ImageRequest good = small().references(List.of(square)).build();
            engine.generate(good, ProgressListener.silent(), none);
            long before = Handle.live();

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() ->
                                engine.generate(small().loraStack(stack).build(), ProgressListener.silent(), none))
                        .isInstanceOf(LoraException.class)
                        .hasMessageContaining("nothing.known");
                assertThatThrownBy(() -> engine.generate(
                                ImageRequest.builder("ab ".repeat(6_000))
                                        .size(64, 64)
                                        .references(List.of(square))
                                        .build(),
                                ProgressListener.silent(),
                                none))
                        .isInstanceOf(InvalidRequestException.class);
                assertThatThrownBy(() -> engine.generate(
                                good,
                                progress -> {
                                    throw new IllegalStateException("listener");
                                },
                                none))
                        .hasMessage("listener");
            }
            assertThat(Handle.live()).isEqualTo(before);

            engine.generate(good, ProgressListener.silent(), none);
            assertThat(Handle.live()).isEqualTo(before);
        }
    }
}
