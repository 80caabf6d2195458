package io.emaki.detection;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import io.emaki.intent.PersonaView;
import io.emaki.intent.TurnText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one line; what is wrong is an {@link IllegalArgumentException} whose message begins with the field. */
final class TurnLineReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<String> SPEAKERS = List.of("user", "persona", "narrator");

    private TurnLineReader() {}

    static TurnLine read(String line, boolean labelled) {
        JsonNode turn = parse(line);
        if (!turn.isObject()) {
            throw new IllegalArgumentException("must be a JSON object");
        }
        return new TurnLine(
                filled("id", required("id", turn.get("id"))),
                string("lang", turn.get("lang")),
                new TurnText(
                        speaker(turn.get("speaker")),
                        required("text", turn.get("text")),
                        strings("history", turn.get("history")),
                        persona(turn.get("persona"))),
                expected(turn.get("expected"), labelled),
                strings("tags", turn.get("tags")),
                string("split", turn.get("split")));
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("is no JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    private static PersonaView persona(@Nullable JsonNode persona) {
        if (persona == null || !persona.isObject()) {
            throw new IllegalArgumentException("persona: must be an object");
        }
        return new PersonaView(
                filled("persona.name", required("persona.name", persona.get("name"))),
                string("persona.outfit", persona.get("outfit")),
                string("persona.scene", persona.get("scene")),
                string("persona.pose", persona.get("pose")),
                strings("persona.companions", persona.get("companions")));
    }

    private static String speaker(@Nullable JsonNode node) {
        String speaker = required("speaker", node);
        if (!SPEAKERS.contains(speaker)) {
            throw new IllegalArgumentException("speaker: must be user, persona or narrator, not " + shown(speaker));
        }
        return speaker;
    }

    private static @Nullable List<Label> expected(@Nullable JsonNode node, boolean labelled) {
        if (node == null && !labelled) {
            return null;
        }
        if (node == null || !node.isArray()) {
            throw new IllegalArgumentException("expected: must be a list, empty where the turn changes nothing");
        }
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            labels.add(label("expected[" + i + "]", node.get(i)));
        }
        return labels;
    }

    private static Label label(String field, JsonNode node) {
        Axis axis = value(field + ".axis", Axis.class, node.get("axis"));
        Op op = value(field + ".op", Op.class, node.get("op"));
        if (!axis.allows(op)) {
            throw new IllegalArgumentException(field + ".op: " + word(axis) + " has no " + word(op));
        }
        return new Label(axis, op, strings(field + ".keywords", node.get("keywords")));
    }

    private static <E extends Enum<E>> E value(String field, Class<E> type, @Nullable JsonNode node) {
        String name = required(field, node);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(field + ": must be "
                        + Arrays.stream(type.getEnumConstants())
                                .map(TurnLineReader::word)
                                .collect(Collectors.joining(", "))
                        + ", not " + shown(name)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String filled(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + ": must not be empty");
        }
        return value;
    }

    private static String required(String field, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            throw new IllegalArgumentException(field + ": is missing");
        }
        return string(field, node);
    }

    private static String string(String field, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (!node.isString()) {
            throw new IllegalArgumentException(field + ": must be a string");
        }
        return node.stringValue();
    }

    private static List<String> strings(String field, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw new IllegalArgumentException(field + ": must be a list of strings");
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            values.add(required(field + "[" + i + "]", node.get(i)));
        }
        return values;
    }

    private static String shown(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "...";
    }
}
