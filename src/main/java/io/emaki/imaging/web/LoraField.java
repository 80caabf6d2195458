package io.emaki.imaging.web;

import io.emaki.imaging.AdapterChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The field {@code lora}: a stack's name, or a list {@code [{"name": ..., "weight": ...}]} of configured adapters, which a
 * form sends as text.
 */
record LoraField(@Nullable String stack, List<AdapterChoice> adapters) {

    private static final String NAME = "lora";
    private static final String SHAPE =
            "must be the name of a stack or a list of {\"name\": adapter, \"weight\": number}";

    static LoraField of(Fields fields) {
        JsonNode value = fields.node(NAME);
        if (value != null
                && value.isString()
                && value.stringValue().stripLeading().startsWith("[")) {
            value = parse(value.stringValue());
        }
        if (value == null) {
            return new LoraField(null, List.of());
        }
        if (value.isString() && !value.stringValue().isBlank()) {
            return new LoraField(value.stringValue().strip(), List.of());
        }
        if (!value.isArray()) {
            throw ApiError.invalid(NAME, SHAPE, "invalid_type");
        }
        List<AdapterChoice> adapters = new ArrayList<>();
        for (JsonNode item : value) {
            adapters.add(adapter(item));
        }
        return new LoraField(null, adapters);
    }

    private static AdapterChoice adapter(JsonNode item) {
        JsonNode weight = item.path("weight");
        if (!item.path("name").isString()
                || !(weight.isMissingNode() || weight.isNumber())
                || !Set.of("name", "weight").containsAll(item.propertyNames())) {
            throw ApiError.invalid(NAME, SHAPE, "invalid_type");
        }
        return new AdapterChoice(item.path("name").stringValue(), weight.isNumber() ? weight.doubleValue() : 1);
    }

    private static JsonNode parse(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw ApiError.invalid(NAME, SHAPE, "invalid_type");
        }
    }
}
