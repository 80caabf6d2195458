package io.emaki.hidream.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.CheckpointException;
import io.emaki.hidream.HiDreamException;
import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.LoraStack;
import io.emaki.hidream.LoraWeight;
import io.emaki.hidream.Precision;
import io.emaki.hidream.TestTensors;
import io.emaki.hidream.TinyCheckpoint;
import io.emaki.hidream.checkpoint.Checkpoint;
import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.checkpoint.SafetensorsFile;
import io.emaki.hidream.checkpoint.SafetensorsWriter;
import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import io.emaki.hidream.lora.AttachedStack;
import io.emaki.hidream.lora.LoraFile;
import io.emaki.hidream.lora.LoraModules;
import io.emaki.hidream.lora.PeftFolder.Factors;
import io.emaki.hidream.lora.StackAttacher;
import io.emaki.hidream.pipeline.Model;
import io.emaki.hidream.runtime.DType;
import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import io.emaki.hidream.runtime.Scope;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real steps on a model of toy size. */
class LoraTrainerTests {

    private static final int RANK = 4;

    @TempDir
    private static Path shared;

    private static Path model;
    private static Path data;

    @TempDir
    private Path out;

    @BeforeAll
    static void write() throws IOException {
        model = TinyCheckpoint.writeTo(shared.resolve("model"), 3);
        data = Files.createDirectory(shared.resolve("data"));
        int[][] sizes = {{128, 128}, {90, 90}, {200, 100}, {128, 128}, {100, 180}};
        for (int i = 0; i < sizes.length; i++) {
            BufferedImage image = new BufferedImage(sizes[i][0], sizes[i][1], BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setPaint(new GradientPaint(0, 0, Color.getHSBColor(i / 5f, 1, 1), 90, 60, Color.BLACK));
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.dispose();
            ImageIO.write(image, "png", data.resolve(i + ".png").toFile());
            Files.writeString(data.resolve(i + ".txt"), "colour" + " again".repeat(i % 2));
        }
    }

    private static LoraOptions options(int steps) {
        return new LoraOptions(RANK, 2 * RANK, steps, 2, 2, 1e-2, 3, 0.2, 1, 11, "cpu");
    }

    private static LoraTrainer trainer(int steps) {
        return new LoraTrainer(model, null, data, options(steps));
    }

    private static float[] state(Path folder, String name) {
        return TrainingState.read(folder).floats(name, new AdapterVector(config().text(), RANK).size());
    }

    private static List<Double> run(LoraTrainer trainer) {
        List<Double> losses = new ArrayList<>();
        trainer.run(report -> losses.add(report.loss()), new CancellationToken());
        return losses;
    }

    @Test
    void lowersTheLossAndLeavesTheModelAsItIs() throws IOException {
        byte[] weights = Files.readAllBytes(model.resolve("model.safetensors"));
        try (LoraTrainer trainer = trainer(60)) {
            double before = trainer.probe();
            trainer.save(out);

            run(trainer);

            assertThat(trainer.probe()).isLessThan(0.85 * before);
            // With the first factors again, the loss is what it was to the bit only if nothing else has moved.
            trainer.resume(out);
            assertThat(trainer.probe()).isEqualTo(before);
        }
        assertThat(Files.readAllBytes(model.resolve("model.safetensors"))).isEqualTo(weights);
    }

    @Test
    void everyFactorLearns() {
        AdapterVector vector = new AdapterVector(config().text(), RANK);
        try (LoraTrainer trainer = trainer(2)) {
            trainer.save(out);
            Map<String, Factors> before = vector.factors(state(out, "average"));
            run(trainer);
            trainer.save(out);
            Map<String, Factors> after = vector.factors(state(out, "average"));

            assertThat(after).hasSize(config().text().layers() * 7);
            assertThat(after.keySet())
                    .allMatch(path -> path.contains("language_model") && !path.contains("visual"))
                    .isEqualTo(before.keySet());
            after.forEach((path, factors) -> {
                assertThat(before.get(path).b()).as(path).containsOnly(0f);
                assertThat(factors.b()).as(path).doesNotContain(0f);
                assertThat(factors.a()).as(path).isNotEqualTo(before.get(path).a());
            });
        }
    }

    @Test
    void goesOnAsIfItHadNotBeenInterrupted() {
        List<Double> whole;
        try (LoraTrainer trainer = trainer(9)) {
            whole = run(trainer);
            trainer.save(out.resolve("whole"));
        }
        List<Double> parts = new ArrayList<>();
        CancellationToken cancel = new CancellationToken();
        try (LoraTrainer trainer = trainer(9)) {
            trainer.run(
                    report -> {
                        parts.add(report.loss());
                        if (report.step() == 4) {
                            cancel.cancel();
                        }
                    },
                    cancel);
            assertThat(trainer.step()).isEqualTo(4);
            trainer.save(out.resolve("parts"));
        }
        try (LoraTrainer trainer = trainer(9)) {
            trainer.resume(out.resolve("parts"));
            parts.addAll(run(trainer));
            trainer.save(out.resolve("parts"));
        }

        assertThat(parts).hasSize(9);
        for (int i = 0; i < 9; i++) {
            assertThat(parts.get(i)).as("step " + (i + 1)).isCloseTo(whole.get(i), within(1e-5));
        }
        assertThat(state(out.resolve("parts"), "master"))
                .usingComparatorWithPrecision(1e-5f)
                .containsExactly(state(out.resolve("whole"), "master"));
    }

    @Test
    void doesNotGoOnWithOtherOptionsOrData() throws IOException {
        try (LoraTrainer trainer = trainer(1)) {
            trainer.save(out);
        }
        LoraOptions slower = new LoraOptions(RANK, 2 * RANK, 1, 2, 2, 1e-3, 3, 0.2, 1, 11, "cpu");
        refused("lr", model, data, slower);
        Path other = Files.createDirectory(out.resolve("other"));
        Files.copy(data.resolve("0.png"), other.resolve("0.png"));
        Files.writeString(other.resolve("0.txt"), "another caption");
        refused("data", model, other, options(1));
        refused("model", TinyCheckpoint.writeTo(out.resolve("model"), 4), data, options(1));
        try (LoraTrainer trainer = trainer(1)) {
            assertThatThrownBy(() -> trainer.resume(other))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("there is no training-state.safetensors");
        }
    }

    private void refused(String field, Path from, Path with, LoraOptions options) {
        try (LoraTrainer trainer = new LoraTrainer(from, null, with, options)) {
            assertThatThrownBy(() -> trainer.resume(out))
                    .isInstanceOfSatisfying(
                            InvalidRequestException.class,
                            e -> assertThat(e.field()).isEqualTo(field));
        }
    }

    @Test
    void writesWhatOurOwnLoaderReadsToTheSameNumbers() throws IOException {
        try (LoraTrainer trainer = trainer(3)) {
            run(trainer);
            trainer.save(out);
        }
        Map<String, Factors> trained = new AdapterVector(config().text(), RANK).factors(state(out, "average"));

        LoraFile read = LoraFile.open(out, new LoraModules(config()));

        assertThat(read.pairs().keySet()).isEqualTo(trained.keySet());
        for (Map.Entry<String, LoraFile.Pair> entry : read.pairs().entrySet()) {
            LoraFile.Pair pair = entry.getValue();
            Factors factors = trained.get(entry.getKey());
            assertThat(pair.scale()).isEqualTo(2);
            assertThat(floats(read, pair.a().name())).isEqualTo(factors.a());
            assertThat(floats(read, pair.b().name())).isEqualTo(factors.b());
            assertThat(pair.a().name()).isEqualTo("base_model.model.model." + entry.getKey() + ".lora_A.weight");
        }
        JsonNode config = JsonMapper.shared().readTree(Files.readString(out.resolve("adapter_config.json")));
        assertThat(config.get("peft_type").asString()).isEqualTo("LORA");
        assertThat(config.get("r").asInt()).isEqualTo(RANK);
        assertThat(config.get("lora_alpha").isIntegralNumber()).isTrue();
        assertThat(config.get("lora_alpha").asInt()).isEqualTo(2 * RANK);
        assertThat(config.get("target_modules")).hasSize(7);
    }

    private static float[] floats(LoraFile file, String name) throws IOException {
        var entry = file.tensors().entries().get(name);
        float[] values = new float[Math.toIntExact(entry.numel())];
        file.tensors().read(entry).asFloatBuffer().get(values);
        return values;
    }

    /** What a step computes with is what the engine makes of the saved adapter, scale included, to the bit. */
    @Test
    void trainsWithTheFactorsThatTheEngineLoads() {
        try (LoraTrainer trainer = trainer(3)) {
            run(trainer);
            trainer.save(out);
        }
        AdapterVector vector = new AdapterVector(config().text(), RANK);
        try (Scope scope = new Scope()) {
            Model opened = scope.own(Model.open(model, null, Precision.FLOAT32, "cpu"));
            StackAttacher attacher =
                    new StackAttacher(opened.kernel(), opened.exchange(), opened.weights(), opened.config());
            AttachedStack stack = scope.own(attacher.attach(new LoraStack(List.of(new LoraWeight(out, 1)))));
            Kernel adapters = scope.own(Kernel.load("adapters", true));
            Exchange exchange = opened.exchange();
            Handle outs = scope.own(opened.kernel().call("ints"));
            Handle ins = scope.own(opened.kernel().call("ints"));
            vector.modules().forEach(module -> {
                opened.kernel().run("add_int", outs, (long) module.out());
                opened.kernel().run("add_int", ins, (long) module.in());
            });
            Handle master = scope.own(exchange.floats(state(out, "average")));
            Handle leaves = scope.own(adapters.call("leaves", master, RANK, outs, ins, 0));
            Handle trained =
                    scope.own(adapters.call("attach", leaves, options(1).scale(), DType.FLOAT32.code()));

            Handle ours = scope.own(opened.kernel().call("join", trained));
            Handle theirs = scope.own(opened.kernel().call("join", stack.layers()));

            for (int i = 0; i < 14; i++) {
                float[] used = exchange.toFloats(scope.own(opened.kernel().call("item", ours, i)));
                assertThat(used).hasSizeGreaterThan(RANK).doesNotContain(0f);
                assertThat(used)
                        .isEqualTo(exchange.toFloats(scope.own(opened.kernel().call("item", theirs, i))));
            }
        }
    }

    @Test
    void endsBeforeItLearnsFromALossThatIsNoNumber() throws IOException {
        Path damaged = Files.createDirectory(out.resolve("damaged"));
        for (String name : List.of("config.json", "tokenizer.json")) {
            Files.copy(model.resolve(name), damaged.resolve(name));
        }
        Map<String, Tensor> tensors = TestTensors.copy(
                SafetensorsFile.open(model.resolve("model.safetensors"), CheckpointException::new),
                UnaryOperator.identity());
        float[] none = new float[3072];
        Arrays.fill(none, Float.NaN);
        tensors.put("model.final_layer2.linear.bias", Tensor.float32(List.of(3072L), none));
        SafetensorsWriter.write(damaged.resolve("model.safetensors"), tensors, Map.of());

        try (LoraTrainer trainer = new LoraTrainer(damaged, null, data, options(2))) {
            assertThatThrownBy(() -> run(trainer))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the loss of step 1 is no number");
            assertThat(trainer.step()).isZero();
        }
    }

    @Test
    void aSetOfEditsIsRefusedAndAMixedOneLearnsItsCaptions() throws IOException {
        Path edits = Files.createDirectory(out.resolve("edits"));
        Files.copy(data.resolve("0.png"), edits.resolve("0.png"));
        String edit = "{\"file_name\": \"0.png\", \"text\": \"at night\", \"reference\": \"0.png\"}\n";
        Files.writeString(edits.resolve("metadata.jsonl"), edit);
        assertThatThrownBy(() -> new LoraTrainer(model, null, edits, options(1)).close())
                .isInstanceOf(HiDreamException.class)
                .hasMessageContaining("edits only");

        Files.writeString(
                edits.resolve("metadata.jsonl"), edit + "{\"file_name\": \"0.png\", \"text\": \"a picture\"}\n");
        try (LoraTrainer trainer = new LoraTrainer(model, null, edits, options(1))) {
            assertThat(trainer.pairs()).isEqualTo(1);
            assertThat(trainer.edits()).isEqualTo(1);
            assertThat(trainer.firstCaption()).isEqualTo("a picture");
        }
    }

    private static ModelConfig config() {
        return Checkpoint.open(model, null).config();
    }
}
