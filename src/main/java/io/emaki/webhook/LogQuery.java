package io.emaki.webhook;

import io.emaki.problem.InvalidFieldException;
import io.emaki.problem.Require;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a delivery log to read.
 *
 * @param states not empty
 * @param limit 1 to 100
 * @param after the last delivery of the page before; null for the first page
 */
public record LogQuery(
        List<DeliveryState> states, int limit, @Nullable UUID after) {

    private static final int LARGEST_PAGE = 100;

    public LogQuery {
        states = List.copyOf(states);
    }

    /**
     * @param state one of {@link DeliveryState} in any case; null means every state
     * @param limit 1 to 100; null means 100
     * @throws InvalidFieldException for {@code state} or {@code limit}
     */
    public static LogQuery of(@Nullable String state, @Nullable Integer limit, @Nullable UUID after) {
        int size = limit == null ? LARGEST_PAGE : limit;
        if (size < 1 || size > LARGEST_PAGE) {
            throw new InvalidFieldException("limit", "must be 1 to %d, not %d".formatted(LARGEST_PAGE, size));
        }
        return new LogQuery(states(state), size, after);
    }

    private static List<DeliveryState> states(@Nullable String wanted) {
        List<DeliveryState> all = List.of(DeliveryState.values());
        if (wanted == null) {
            return all;
        }
        List<DeliveryState> named = all.stream()
                .filter(state -> state.name().equalsIgnoreCase(wanted.strip()))
                .toList();
        if (named.isEmpty()) {
            String allowed =
                    Arrays.stream(DeliveryState.values()).map(Enum::name).collect(Collectors.joining(", "));
            throw new InvalidFieldException(
                    "state", "must be one of %s; not '%s'".formatted(allowed, Require.cut(wanted, 100)));
        }
        return named;
    }
}
