package io.emaki.intent.llm;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import io.emaki.intent.VisualChange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns a model's answer into legal changes; what is not legal is dropped and counted, never repaired by guessing. */
final class AnswerReader {

    /**
     * What an answer held.
     *
     * @param changes legal ones, at most one for each pair of axis and op
     * @param dropped entries that were not legal
     */
    record Answer(List<VisualChange> changes, int dropped) {}

    private AnswerReader() {}

    /**
     * @param text the turn that evidence must occur in
     * @throws UnreadableAnswerException when the answer is no JSON object with a list {@code changes}
     */
    static Answer read(String answer, String text) {
        JsonNode list = parse(answer).path("changes");
        if (!list.isArray()) {
            throw new UnreadableAnswerException("the answer has no list of changes");
        }
        Quote quotable = new Quote(text);
        List<VisualChange> changes = new ArrayList<>();
        Set<List<Enum<?>>> seen = new HashSet<>();
        int dropped = 0;
        for (JsonNode node : list) {
            Optional<VisualChange> change = change(node, quotable);
            if (change.isPresent()
                    && seen.add(List.of(change.get().axis(), change.get().op()))) {
                changes.add(change.get());
            } else {
                dropped++;
            }
        }
        return new Answer(List.copyOf(changes), dropped);
    }

    /** Some servers wrap JSON in a Markdown fence although a schema was asked for. */
    private static JsonNode parse(String answer) {
        String json = answer.strip();
        if (json.startsWith("```")) {
            int start = json.indexOf('\n');
            int end = json.lastIndexOf("```");
            json = start >= 0 && end > start ? json.substring(start, end) : json;
        }
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw new UnreadableAnswerException("the answer is no JSON");
        }
    }

    private static Optional<VisualChange> change(JsonNode node, Quote quotable) {
        Optional<Axis> axis = named(Axis.class, node.path("axis"));
        Optional<Op> op = named(Op.class, node.path("op"));
        Optional<String> evidence = quotable.find(node.path("evidence").asString(""));
        if (axis.isEmpty() || op.isEmpty() || evidence.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VisualChange(
                    axis.get(),
                    op.get(),
                    node.path("description").asString("").strip(),
                    evidence.get(),
                    Math.clamp(node.path("confidence").asDouble(0), 0, 1)));
        } catch (IllegalArgumentException illegal) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, JsonNode node) {
        String name = node.asString("").toUpperCase(Locale.ROOT);
        return EnumSet.allOf(type).stream()
                .filter(value -> value.name().equals(name))
                .findFirst();
    }
}
