package io.emaki.imaging.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The fields of a request, from JSON or from a form. Absent and null are the same; every error names its field. */
final class Fields {

    private final Map<String, JsonNode> values;
    /** A form knows texts only, so numbers are read from texts there and nowhere else. */
    private final boolean form;

    private Fields(Map<String, JsonNode> values, boolean form) {
        this.values = values;
        this.form = form;
    }

    static Fields ofJson(JsonNode root) {
        if (!root.isObject()) {
            throw ApiError.invalid(null, "The body must be a JSON object.", "invalid_json");
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        root.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                values.put(field.getKey(), field.getValue());
            }
        });
        return new Fields(values, false);
    }

    static Fields ofForm(Map<String, String> texts) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(name, StringNode.valueOf(text)));
        return new Fields(values, true);
    }

    /** @throws ApiError for a field that the route does not know, which would otherwise be ignored in silence */
    void allowOnly(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw ApiError.invalid(name, "is not a parameter of this route", "unknown_parameter");
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    JsonNode node(String name) {
        return values.get(name);
    }

    @Nullable
    String text(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw ApiError.invalid(name, "must be a string", "invalid_type");
        }
        return value.stringValue();
    }

    /** One of a few words. */
    String choice(String name, String otherwise, List<String> allowed) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        if (!allowed.contains(value)) {
            throw ApiError.invalid(
                    name, "must be one of " + String.join(", ", allowed) + ", not '" + shown(value) + "'");
        }
        return value;
    }

    @Nullable
    Long integer(String name, long low, long high) {
        String wanted = "must be a whole number from " + low + " to " + high;
        Long value = read(
                name,
                wanted,
                node -> node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : null,
                Long::valueOf);
        if (value != null && (value < low || value > high)) {
            throw ApiError.invalid(name, wanted + ", not " + value);
        }
        return value;
    }

    @Nullable
    Double decimal(String name) {
        return read(name, "must be a number", node -> node.isNumber() ? node.doubleValue() : null, Double::valueOf);
    }

    boolean flag(String name) {
        Boolean value = read(
                name, "must be true or false", node -> node.isBoolean() ? node.booleanValue() : null, Fields::bool);
        return value != null && value;
    }

    private <T> @Nullable T read(
            String name, String wanted, Function<JsonNode, @Nullable T> ofJson, Function<String, T> ofText) {
        JsonNode value = values.get(name);
        if (value == null) {
            return null;
        }
        T read = form ? parse(name, wanted, value.stringValue().strip(), ofText) : ofJson.apply(value);
        if (read == null) {
            throw ApiError.invalid(name, wanted, "invalid_type");
        }
        return read;
    }

    private static <T> T parse(String name, String wanted, String text, Function<String, T> ofText) {
        try {
            return ofText.apply(text);
        } catch (IllegalArgumentException e) {
            throw ApiError.invalid(name, wanted + ", not '" + shown(text) + "'", "invalid_type");
        }
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** Enough of a wrong value to recognise it. */
    static String shown(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "...";
    }
}
