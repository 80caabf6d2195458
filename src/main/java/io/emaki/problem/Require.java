package io.emaki.problem;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks of request fields, shared by the aggregates; each throws {@link InvalidFieldException}. */
public final class Require {

    private Require() {}

    /** The text without white space around it; {@code max} counts UTF-16 units. */
    public static String text(String field, @Nullable String value, int max) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            throw new InvalidFieldException(field, "must be given and not be empty; 1 to " + max + " characters");
        }
        return atMost(field, text, max);
    }

    /** The stripped text, or an empty one for null. */
    public static String optionalText(String field, @Nullable String value, int max) {
        return value == null ? "" : atMost(field, value.strip(), max);
    }

    private static String atMost(String field, String text, int max) {
        if (text.length() > max) {
            throw new InvalidFieldException(
                    field, "must be at most %d characters, not %d".formatted(max, text.length()));
        }
        // Neither can be stored: PostgreSQL has no U+0000, and half a surrogate pair is no UTF-8.
        boolean storable = text.codePoints()
                .allMatch(point -> point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE));
        if (!storable) {
            throw new InvalidFieldException(field, "must not hold U+0000 or half a surrogate pair");
        }
        return text;
    }

    /** A copy; a missing list is an empty one. */
    public static <T> List<T> list(String field, @Nullable List<@Nullable T> value, int min, int max) {
        List<@Nullable T> list = value == null ? List.of() : value;
        if (list.size() < min || list.size() > max) {
            throw new InvalidFieldException(
                    field, "must hold %d to %d entries, not %d".formatted(min, max, list.size()));
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == null) {
                throw new InvalidFieldException(field + "[" + i + "]", "must not be null");
            }
        }
        return list.stream().map(Objects::requireNonNull).toList();
    }

    /** The first {@code max} UTF-16 units, never with half a character at the end. */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }
}
