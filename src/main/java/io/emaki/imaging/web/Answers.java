package io.emaki.imaging.web;

import io.emaki.imaging.Picture;
import io.emaki.imaging.RenderParameters;
import io.emaki.media.MediaLinks;
import io.emaki.media.MediaStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finished and unfinished pictures in OpenAI's shapes. What OpenAI does not have stands under {@code parameters}. */
@Component
class Answers {

    private final MediaStore store;
    private final MediaLinks links;
    private final Clock clock;

    Answers(MediaStore store, MediaLinks links, Clock clock) {
        this.store = store;
        this.links = links;
        this.clock = clock;
    }

    Map<String, Object> whole(ImageForm form, List<Picture> pictures) {
        List<Map<String, Object>> data = new ArrayList<>();
        for (Picture picture : pictures) {
            Map<String, Object> item = new LinkedHashMap<>();
            byte[] encoded = form.output().encode(picture);
            if (form.links()) {
                item.put("url", links.url(store.put(encoded), form.output().format()));
            } else {
                item.put("b64_json", Base64.getEncoder().encodeToString(encoded));
            }
            item.put("parameters", parameters(picture.parameters()));
            data.add(item);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("created", clock.instant().getEpochSecond());
        answer.put("data", data);
        answer.put("background", "opaque");
        answer.put("output_format", form.output().label());
        answer.put("size", size(pictures.getFirst()));
        answer.put("quality", form.quality().label());
        answer.put("usage", usage(pictures));
        return answer;
    }

    Map<String, Object> partial(String type, ImageForm form, int index, byte[] encoded, String size) {
        Map<String, Object> event = event(type, form, encoded, size);
        event.put("partial_image_index", index);
        return event;
    }

    Map<String, Object> completed(String type, ImageForm form, Picture picture) {
        Map<String, Object> event = event(type, form, form.output().encode(picture), size(picture));
        event.put("usage", usage(List.of(picture)));
        event.put("parameters", parameters(picture.parameters()));
        return event;
    }

    private Map<String, Object> event(String type, ImageForm form, byte[] encoded, String size) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.put("b64_json", Base64.getEncoder().encodeToString(encoded));
        event.put("created_at", clock.instant().getEpochSecond());
        event.put("size", size);
        event.put("quality", form.quality().label());
        event.put("background", "opaque");
        event.put("output_format", form.output().label());
        return event;
    }

    private static String size(Picture picture) {
        return picture.width() + "x" + picture.height();
    }

    private static Map<String, @Nullable Object> parameters(RenderParameters used) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("model", used.model());
        parameters.put("seed", used.seed());
        parameters.put("steps", used.steps());
        parameters.put("guidance_scale", used.guidanceScale());
        parameters.put("shift", used.shift());
        parameters.put("scheduler", used.scheduler());
        parameters.put("lora", used.loraStack());
        parameters.put(
                "adapters",
                used.adapters().stream()
                        .map(adapter ->
                                Map.of("name", adapter.name(), "weight", adapter.weight(), "sha256", adapter.sha256()))
                        .toList());
        parameters.put("seconds", used.seconds());
        return parameters;
    }

    private static Map<String, Object> usage(List<Picture> pictures) {
        int text = 0;
        int image = 0;
        int output = 0;
        for (Picture picture : pictures) {
            RenderParameters used = picture.parameters();
            text += used.promptTokens() - used.referenceTokens();
            image += used.referenceTokens();
            output += used.imageTokens();
        }
        Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("total_tokens", text + image + output);
        usage.put("input_tokens", text + image);
        usage.put("output_tokens", output);
        usage.put("input_tokens_details", Map.of("text_tokens", text, "image_tokens", image));
        return usage;
    }
}
