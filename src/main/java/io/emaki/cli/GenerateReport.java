package io.emaki.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.emaki.hidream.ImageRequest;
import io.emaki.hidream.ImageResult;
import io.emaki.hidream.ModelInfo;
import io.emaki.hidream.Precision;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a picture was made; written as JSON with snake_case names.
 *
 * @param sha256 of the PNG file, null until it is written
 * @param seconds of the whole generation, opening the model not included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GenerateReport(
        String out,
        @Nullable String sha256,
        int width,
        int height,
        String prompt,
        List<String> references,
        @Nullable String layout,
        int steps,
        double guidanceScale,
        double shift,
        long seed,
        String scheduler,
        double noiseScale,
        boolean keepAspect,
        String precision,
        List<Adapter> lora,
        Model model,
        int promptTokens,
        int imageTokens,
        double secondsPerStep,
        double seconds) {

    record Adapter(String file, double weight) {}

    record Model(String path, String name, String hash, boolean randomWeights) {}

    static GenerateReport of(
            Path out,
            Precision precision,
            ModelInfo info,
            ImageRequest request,
            ImageResult result,
            List<Path> references) {
        return new GenerateReport(
                out.toAbsolutePath().normalize().toString(),
                null,
                result.width(),
                result.height(),
                request.prompt(),
                references.stream().map(Path::toString).toList(),
                request.layout(),
                result.steps(),
                result.guidanceScale(),
                result.shift(),
                result.seed(),
                result.scheduler().label(),
                result.noiseScale(),
                request.keepAspect(),
                precision.label(),
                request.loraStack().adapters().stream()
                        .map(adapter -> new Adapter(adapter.file().toString(), adapter.weight()))
                        .toList(),
                new Model(info.path().toString(), info.name(), info.hash(), info.randomWeights()),
                result.promptTokens(),
                result.imageTokens(),
                result.secondsPerStep(),
                result.seconds());
    }

    /** What the picture's mark says; neither prompt nor paths, because a mark travels with the picture. */
    Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("model", model.name());
        details.put("modelHash", model.hash());
        details.put("seed", Long.toString(seed));
        details.put("steps", Integer.toString(steps));
        details.put("guidanceScale", Double.toString(guidanceScale));
        details.put("shift", Double.toString(shift));
        details.put("scheduler", scheduler);
        return details;
    }

    String json(String fileSha256) {
        GenerateReport written = new GenerateReport(
                out,
                fileSha256,
                width,
                height,
                prompt,
                references,
                layout,
                steps,
                guidanceScale,
                shift,
                seed,
                scheduler,
                noiseScale,
                keepAspect,
                precision,
                lora,
                model,
                promptTokens,
                imageTokens,
                secondsPerStep,
                seconds);
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(written);
    }
}
