package io.emaki.intent.llm;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.emaki.intent.gate.Story;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns a model's answer into legal changes; what is not legal is dropped, never repaired by guessing. */
final class AnswerReader {

    /**
     * What an answer held.
     *
     * @param changes legal ones, at most one for each pair of axis and op
     * @param dropped why the other entries were left out, one each
     */
    record Answer(List<VisualChange> changes, List<Drop> dropped) {}

    /** Addresses, markup, templates, and anything that is not a line of text: none of it can be drawn. */
    private static final Pattern UNDRAWABLE = Pattern.compile("://|[{}<>`]|[\\p{Cc}\\p{Cf}&&[^\\u200C\\u200D]]");

    private final TurnText turn;
    private final Quote quotable;
    private final List<VisualChange> changes = new ArrayList<>();
    private final List<Drop> dropped = new ArrayList<>();
    private final Set<List<Enum<?>>> seen = new HashSet<>();

    private AnswerReader(TurnText turn) {
        this.turn = turn;
        this.quotable = new Quote(Story.of(turn.text()));
    }

    /** @throws CallFailedException when the answer is no JSON object with a list {@code changes} */
    static Answer read(String answer, TurnText turn) {
        JsonNode list = parse(answer).path("changes");
        if (!list.isArray()) {
            throw new CallFailedException(CallFailedException.Kind.UNREADABLE, "the answer has no list of changes");
        }
        AnswerReader reader = new AnswerReader(turn);
        list.forEach(reader::take);
        return new Answer(List.copyOf(reader.changes), List.copyOf(reader.dropped));
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
            throw new CallFailedException(CallFailedException.Kind.UNREADABLE, "the answer is no JSON");
        }
    }

    private void take(JsonNode node) {
        Optional<Axis> axis = named(Axis.class, node.path("axis"));
        Optional<Op> op = named(Op.class, node.path("op"));
        Optional<String> evidence = quotable.find(node.path("evidence").asString(""));
        String description = node.path("description").asString("").strip();
        if (axis.isEmpty() || op.isEmpty() || !axis.get().allows(op.get())) {
            dropped.add(Drop.AXIS);
        } else if (!Subject.isPersona(node.path("subject").asString(""), turn.persona())) {
            dropped.add(Drop.SUBJECT);
        } else if (evidence.isEmpty() || evidence.get().length() > VisualChange.LONGEST_EVIDENCE) {
            dropped.add(Drop.EVIDENCE);
        } else if (!isDrawable(description)) {
            dropped.add(Drop.DESCRIPTION);
        } else if (axis.get() == Axis.COMPANION
                && op.get() == Op.REMOVE
                && turn.persona().companions().isEmpty()) {
            dropped.add(Drop.ABSENT);
        } else if (!seen.add(List.of(axis.get(), op.get()))) {
            dropped.add(Drop.REPEATED);
        } else {
            changes.add(new VisualChange(axis.get(), op.get(), description, evidence.get(), confidence(node)));
        }
    }

    private static boolean isDrawable(String description) {
        return !description.isBlank()
                && description.length() <= VisualChange.LONGEST_DESCRIPTION
                && !UNDRAWABLE.matcher(description).find();
    }

    private static double confidence(JsonNode node) {
        double confidence = node.path("confidence").asDouble(0);
        return Double.isNaN(confidence) ? 0 : Math.clamp(confidence, 0, 1);
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, JsonNode node) {
        String name = node.asString("").toUpperCase(Locale.ROOT);
        return List.of(type.getEnumConstants()).stream()
                .filter(value -> value.name().equals(name))
                .findFirst();
    }
}
