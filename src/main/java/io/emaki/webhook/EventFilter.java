package io.emaki.webhook;

import io.emaki.problem.InvalidFieldException;
import io.emaki.problem.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint wants to be told of.
 *
 * @param types without repetition; empty means everything. They stay texts, so that a type that only a newer version knows
 *     does not turn a narrow filter into an empty one.
 */
record EventFilter(List<String> types) {

    private static final String FIELD = "events";
    private static final String SEPARATOR = " ";
    private static final int MOST = 50;

    EventFilter {
        types = List.copyOf(types);
    }

    /** @throws InvalidFieldException for {@code events} or {@code events[i]} */
    static EventFilter of(@Nullable List<@Nullable String> wanted) {
        List<String> types = Require.list(FIELD, wanted, 0, MOST);
        for (int i = 0; i < types.size(); i++) {
            if (!WebhookEvent.isKnown(types.get(i))) {
                throw new InvalidFieldException(
                        FIELD + "[" + i + "]",
                        "must be one of %s; not '%s'".formatted(WebhookEvent.types(), Require.cut(types.get(i), 100)));
            }
        }
        return new EventFilter(types.stream().distinct().toList());
    }

    static EventFilter fromColumn(String column) {
        return new EventFilter(column.isEmpty() ? List.of() : List.of(column.split(SEPARATOR)));
    }

    String toColumn() {
        return String.join(SEPARATOR, types);
    }

    boolean accepts(String type) {
        return types.isEmpty() || types.contains(type);
    }
}
