package io.emaki.illustration;

import io.emaki.imaging.RenderParameters;
import io.emaki.imaging.RenderParameters.UsedAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** How a picture was made, as revisions keep it and webhooks tell it: nothing in it changes when the picture is made again. */
record DrawnParameters(
        long seed,
        int steps,
        double guidanceScale,
        double shift,
        String scheduler,
        double noiseScale,
        Stack loraStack,
        Model model) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    record Stack(@Nullable String name, List<Adapter> adapters) {}

    record Adapter(String name, double weight, String sha256) {

        static Adapter of(UsedAdapter used) {
            return new Adapter(used.name(), used.weight(), used.sha256());
        }
    }

    record Model(String name, String hash) {}

    static DrawnParameters of(RenderParameters used) {
        return new DrawnParameters(
                used.seed(),
                used.steps(),
                used.guidanceScale(),
                used.shift(),
                used.scheduler(),
                used.noiseScale(),
                new Stack(
                        used.loraStack(),
                        used.adapters().stream().map(Adapter::of).toList()),
                new Model(used.model(), used.modelHash()));
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
