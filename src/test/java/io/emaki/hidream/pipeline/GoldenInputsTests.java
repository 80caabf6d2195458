package io.emaki.hidream.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.Golden;
import io.emaki.hidream.GoldenReport;
import io.emaki.hidream.HiDreamEngine;
import io.emaki.hidream.ImageRequest;
import io.emaki.hidream.ModelInfo;
import io.emaki.hidream.Precision;
import io.emaki.hidream.checkpoint.SafetensorsFile;
import io.emaki.hidream.pixels.References;
import io.emaki.hidream.pixels.RgbImage;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Scope;
import io.emaki.hidream.schedule.Scheduler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into the model, before the first step and during the run, against the official code. */
class GoldenInputsTests {

    /** One grey level in the range -1 to 1. */
    private static final double GREY_LEVEL = 2.0 / 255;

    private static final double PATCHES = 1e-4;
    private static final double TRAJECTORY = 1e-4;

    private static Model model;
    private static ModelInfo info;

    @BeforeAll
    static void open() {
        model = Model.open(Golden.folder(), null, Precision.FLOAT32, "cpu");
        try (HiDreamEngine engine = HiDreamEngine.open(Golden.folder(), null, Precision.FLOAT32)) {
            info = engine.info();
        }
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"edit", "edit_ja", "edit_nocfg", "ip2", "ip3_layout", "edit_lora"})
    void visionTowerSeesTheOfficialPixels(String name) {
        ImageRequest request = Golden.request(name);
        References references = References.prepare(
                request.references(), request.layout(), request.width(), request.height(), request.keepAspect());
        Conditioner conditioner = new Conditioner(model);
        float[] pixels = {};
        for (RgbImage view : references.views()) {
            try (Handle patches = conditioner.visionPatches(view)) {
                pixels = concatenated(pixels, model.exchange().toFloats(patches));
            }
        }
        SafetensorsFile file = Golden.tensors(name);
        boolean whole = file.entries().containsKey("pixel_values");
        float[] actual = whole ? pixels : Golden.every16th(pixels, 1536);
        float[] expected = Golden.floats(file, whole ? "pixel_values" : "pixel_values_every16th");

        assertThat(actual).hasSameSizeAs(expected);
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
        }
        GoldenReport.add(name + " pixel_values, largest difference", worst, GREY_LEVEL);
        assertThat(worst).isLessThanOrEqualTo(GREY_LEVEL + 1e-6);
        assertThat(Golden.relativeError(actual, expected)).isLessThanOrEqualTo(PATCHES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t2i", "edit", "edit_ja", "edit_nocfg", "ip2", "ip3_layout", "flash", "edit_lora"})
    void samplesFollowTheOfficialRun(String name) {
        ImageRequest request = Golden.request(name);
        Generator generator = new Generator(model, 0);
        TreeMap<Integer, float[]> samples = new TreeMap<>();
        float[] references;
        try (generator;
                Scope scope = new Scope()) {
            Sampler.Inputs inputs = generator.prepare(request, info, scope).inputs();
            Scheduler scheduler = Scheduler.of(request.scheduler(), request.steps(), request.shift());
            model.kernel().run("seed", request.seed() + 1);
            Handle noise = model.kernel().call("noise", inputs.height(), inputs.width(), inputs.noiseScale(), "cpu");
            model.kernel().run("seed", request.seed() + 1);
            references = model.exchange().toFloats(inputs.references());
            Sampler sampler = scope.own(new Sampler(model, inputs, scheduler, noise));
            samples.put(0, model.exchange().toFloats(sampler.sample()));
            sampler.run(
                    progress -> samples.put(progress.step(), model.exchange().toFloats(sampler.sample())),
                    new CancellationToken());
        }
        SafetensorsFile file = Golden.tensors(name);

        float[] first = concatenated(samples.firstEntry().getValue(), references);
        float[] expected = Golden.floats(file, "vinputs.step0");
        double inputError =
                Golden.relativeError(expected.length == first.length ? first : Golden.every16th(first, 3072), expected);
        GoldenReport.add(name + " vinputs.step0", inputError, PATCHES);
        assertThat(inputError).isLessThanOrEqualTo(PATCHES);

        String key = "target_every16th.step";
        List<String> steps = file.entries().keySet().stream()
                .filter(entry -> entry.startsWith(key))
                .toList();
        assertThat(steps).hasSizeGreaterThanOrEqualTo(3);
        double worst = 0;
        for (String step : steps) {
            float[] sample = samples.get(Integer.parseInt(step.substring(key.length())));
            double error = Golden.relativeError(Golden.every16th(sample, 3072), Golden.floats(file, step));
            worst = Math.max(worst, error);
        }
        GoldenReport.add(name + " target, worst of " + steps.size() + " steps", worst, TRAJECTORY);
        assertThat(worst).isLessThanOrEqualTo(TRAJECTORY);
    }

    /** The generator takes another path below 16 numbers. */
    @Test
    void smallDrawsOfTheOfficialGenerator() {
        List<Float> expected = new ArrayList<>();
        Golden.manifest().path("torch_randn").path("small").forEach(node -> expected.add((float) node.asDouble()));
        try (Handle flat = model.exchange().floats(new float[expected.size()]);
                Handle shape = model.kernel().call("reshape3", flat, 1, 1, expected.size())) {
            model.kernel().run("seed", 12346);
            try (Handle noise = model.kernel().call("clipped_noise", shape, 0.0)) {
                assertThat(model.exchange().toFloats(noise)).containsExactly(expected.toArray(Float[]::new));
            }
        }
    }

    @Test
    void flashNoiseIsClippedAtItsOwnDeviation() {
        int count = 3072;
        try (Handle flat = model.exchange().floats(new float[count]);
                Handle shape = model.kernel().call("reshape3", flat, 1, 1, count)) {
            model.kernel().run("seed", 5);
            try (Handle free = model.kernel().call("clipped_noise", shape, 0.0)) {
                float[] plain = model.exchange().toFloats(free);
                model.kernel().run("seed", 5);
                try (Handle clipped = model.kernel().call("clipped_noise", shape, 2.5)) {
                    float[] values = model.exchange().toFloats(clipped);
                    double limit = 2.5 * deviation(plain);
                    int cut = 0;
                    for (int i = 0; i < count; i++) {
                        double want = Math.clamp(plain[i], -limit, limit);
                        assertThat((double) values[i]).isCloseTo(want, org.assertj.core.data.Offset.offset(1e-5));
                        cut += Math.abs(plain[i]) > limit ? 1 : 0;
                    }
                    assertThat(cut).isPositive();
                }
            }
        }
    }

    private static double deviation(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value / (double) values.length;
        }
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }

    private static float[] concatenated(float[] first, float[] second) {
        float[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
