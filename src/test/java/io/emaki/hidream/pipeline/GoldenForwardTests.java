package io.emaki.hidream.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.hidream.Golden;
import io.emaki.hidream.GoldenReport;
import io.emaki.hidream.ImageRequest;
import io.emaki.hidream.LoraStack;
import io.emaki.hidream.LoraWeight;
import io.emaki.hidream.Precision;
import io.emaki.hidream.checkpoint.SafetensorsFile;
import io.emaki.hidream.lora.AttachedStack;
import io.emaki.hidream.lora.StackAttacher;
import io.emaki.hidream.pixels.References;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Scope;
import io.emaki.hidream.sequence.SequenceLayout;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, features and single forwards against the official code. */
class GoldenForwardTests {

    private static Model float32;

    @BeforeAll
    static void open() {
        float32 = Model.open(Golden.folder(), null, Precision.FLOAT32, "cpu");
    }

    @AfterAll
    static void close() {
        float32.close();
    }

    /** One forward at the first step over the whole sequence, AR rows included, [L * 3072]. */
    private static float[] forward(Model model, String name, boolean conditional, LoraStack stack) {
        ImageRequest request = Golden.request(name);
        Conditioner conditioner = new Conditioner(model);
        References references = references(request);
        SequenceLayout layout = conditioner.layout(conditional ? request.prompt() : " ", references);
        StackAttacher attacher = new StackAttacher(model.kernel(), model.exchange(), model.weights(), model.config());
        try (Scope scope = new Scope()) {
            AttachedStack attached = scope.own(attacher.attach(stack));
            Handle features = scope.own(conditioner.features(references));
            Prefix prefix = scope.own(conditioner.prefix(layout, features, attached));
            double scale = request.noiseScale() == null ? 8 : request.noiseScale();
            model.kernel().run("seed", request.seed() + 1);
            Handle noise = model.kernel().call("noise", references.height(), references.width(), scale, "cpu");
            Sampler.Inputs inputs = new Sampler.Inputs(
                    () -> prefix,
                    null,
                    true,
                    scope.own(conditioner.patches(references)),
                    attached,
                    references.width(),
                    references.height(),
                    0,
                    scale);
            io.emaki.hidream.schedule.Scheduler scheduler =
                    io.emaki.hidream.schedule.Scheduler.of(request.scheduler(), request.steps(), request.shift());
            Sampler sampler = scope.own(new Sampler(model, inputs, scheduler, noise));
            float t = 1f - (float) scheduler.time(0) / 1000f;
            Handle gen = scope.own(sampler.denoise(prefix, t, 0));
            Handle hidden = scope.own(model.kernel().call("item", prefix.kept(), 0));
            Handle ar = scope.own(model.kernel()
                    .call(
                            "project",
                            attached.ends(),
                            hidden,
                            model.config().text().normEps()));
            float[] first = model.exchange().toFloats(ar);
            float[] second = model.exchange().toFloats(gen);
            float[] all = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, all, first.length, second.length);
            return all;
        }
    }

    private static References references(ImageRequest request) {
        return References.prepare(
                request.references(), request.layout(), request.width(), request.height(), request.keepAspect());
    }

    @ParameterizedTest
    @CsvSource({
        "t2i,cond",
        "t2i,uncond",
        "edit,cond",
        "edit,uncond",
        "edit_ja,cond",
        "edit_ja,uncond",
        "edit_nocfg,cond",
        "ip2,cond",
        "ip2,uncond",
        "ip3_layout,cond",
        "ip3_layout,uncond",
        "flash,cond",
        "edit_lora,cond",
        "edit_lora,uncond"
    })
    void firstForward(String name, String side) {
        SafetensorsFile file = Golden.tensors(name);
        References references = references(Golden.request(name));
        String prompt = side.equals("cond") ? Golden.request(name).prompt() : " ";
        SequenceLayout layout = new Conditioner(float32).layout(prompt, references);

        assertThat(Arrays.stream(layout.ids()).mapToInt(Math::toIntExact).toArray())
                .isEqualTo(Golden.ints(file, side + ".input_ids"));
        int[] positions = Arrays.stream(layout.positions())
                .flatMapToLong(Arrays::stream)
                .mapToInt(Math::toIntExact)
                .toArray();
        assertThat(positions).isEqualTo(Golden.ints(file, side + ".position_ids"));
        assertThat(layout.tokenTypes()).isEqualTo(Golden.ints(file, side + ".token_types"));

        float[] output =
                forward(float32, name, side.equals("cond"), Golden.request(name).loraStack());
        double error =
                Golden.relativeError(Golden.every16th(output, 3072), Golden.floats(file, side + ".x_pred_every16th"));
        GoldenReport.add(name + " " + side + " first forward, float32", error, 1e-4);
        assertThat(error).isLessThanOrEqualTo(1e-4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"edit", "edit_ja", "edit_nocfg", "ip2", "ip3_layout"})
    void visionFeatures(String name) {
        SafetensorsFile file = Golden.tensors(name);
        References references = references(Golden.request(name));
        Conditioner conditioner = new Conditioner(float32);
        try (Handle features = conditioner.features(references)) {
            for (int i = 0; i < 4; i++) {
                try (Handle tensor = float32.kernel().call("item", features, i)) {
                    String key = i == 0 ? "image_embeds" : "deepstack." + (i - 1);
                    double error = Golden.relativeError(float32.exchange().toFloats(tensor), Golden.floats(file, key));
                    GoldenReport.add(name + " " + key, error, 1e-4);
                    assertThat(error).isLessThanOrEqualTo(1e-4);
                }
            }
        }
    }

    @Test
    void noiseOfTheOfficialGenerator() {
        float32.kernel().run("seed", 12346);
        try (Handle noise = float32.kernel().call("noise", 128, 128, 1.0, "cpu")) {
            float[] patches = float32.exchange().toFloats(noise);
            List<Float> expected = new java.util.ArrayList<>();
            Golden.manifest().path("torch_randn").path("first").forEach(node -> expected.add((float) node.asDouble()));
            // the first pixels of the picture's first row are the first numbers of the first patch
            for (int i = 0; i < expected.size(); i++) {
                assertThat(patches[i]).isEqualTo(expected.get(i));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"base,0,0", "aesthetic,1,0", "taste,0,1", "stack_cat,0.75,0.5"})
    void loraForward(String key, double aesthetic, double taste) {
        List<LoraWeight> adapters = new java.util.ArrayList<>();
        if (aesthetic != 0) {
            adapters.add(new LoraWeight(Golden.folder().resolve("lora/aesthetic"), aesthetic));
        }
        if (taste != 0) {
            adapters.add(new LoraWeight(Golden.folder().resolve("lora/taste"), taste));
        }
        float[] output = forward(float32, "edit", true, new LoraStack(adapters));
        double error = Golden.relativeError(
                Golden.every16th(output, 3072),
                Golden.floats(Golden.tensors("lora_edit"), "edit.x_pred." + key + "_every16th"));
        GoldenReport.add("lora " + key + ", float32", error, 1e-4);
        assertThat(error).isLessThanOrEqualTo(1e-4);
    }

    @Test
    void float8Forward() {
        try (Model model = Model.open(Golden.folder(), null, Precision.FLOAT8, "cpu")) {
            float[] output = forward(model, "edit", true, LoraStack.none());
            double error = Golden.relativeError(
                    Golden.every16th(output, 3072),
                    Golden.floats(Golden.tensors("fp8_edit"), "edit.x_pred.fp8_language_model_every16th"));
            GoldenReport.add("edit, float8", error, 1e-3);
            assertThat(error).isLessThanOrEqualTo(1e-3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t2i", "edit", "edit_ja", "edit_nocfg", "ip2", "ip3_layout", "flash"})
    void bfloat16Forward(String name) {
        try (Model model = Model.open(Golden.folder(), null, Precision.BFLOAT16, "cpu")) {
            float[] output = forward(model, name, true, LoraStack.none());
            double error = Golden.relativeError(
                    Golden.every16th(output, 3072), Golden.floats(Golden.tensors(name), "cond.x_pred_every16th"));
            GoldenReport.add(name + " cond first forward, bfloat16", error, 3e-2);
            assertThat(error).isLessThanOrEqualTo(3e-2);
        }
    }

    /** The same picture with the cache on, off, and on a second call that hits it. */
    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FLOAT32", "BFLOAT16"})
    void prefixCacheIsExact(Precision precision) {
        io.emaki.hidream.EngineOptions options = io.emaki.hidream.EngineOptions.of(precision);
        try (io.emaki.hidream.HiDreamEngine on = io.emaki.hidream.HiDreamEngine.open(Golden.folder(), null, options);
                io.emaki.hidream.HiDreamEngine off =
                        io.emaki.hidream.HiDreamEngine.open(Golden.folder(), null, options.withoutPrefixCache())) {
            float[][] pictures = new float[3][];
            for (int i = 0; i < 3; i++) {
                pictures[i] = pixels((i < 2 ? on : off)
                        .generate(
                                Golden.request("edit_ja"),
                                io.emaki.hidream.ProgressListener.silent(),
                                new io.emaki.hidream.CancellationToken())
                        .image());
            }
            assertThat(pictures[1]).isEqualTo(pictures[0]);
            assertThat(pictures[2]).isEqualTo(pictures[0]);
        }
    }

    private static float[] pixels(java.awt.image.BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        float[] values = new float[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            values[i] = rgb[i];
        }
        return values;
    }
}
