package io.emaki.detection;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A change that a turn makes, as a reader labelled it.
 *
 * @param keywords a right description contains any of them; none when any description will do
 */
public record Label(Axis axis, Op op, List<String> keywords) {

    public Label {
        keywords = List.copyOf(keywords);
    }

    /**
     * Whether the description names the thing: a keyword in Latin letters begins a word of it ({@code crouch} names "crouching",
     * {@code rain} does not name "train"); any other keyword only has to occur, since Japanese and Chinese have no spaces.
     */
    boolean isNamedBy(String description) {
        String lower = description.toLowerCase(Locale.ROOT);
        return keywords.isEmpty() || keywords.stream().anyMatch(keyword -> occurs(keyword, lower));
    }

    private static boolean occurs(String keyword, String description) {
        String lower = keyword.toLowerCase(Locale.ROOT);
        boolean latin =
                !lower.isEmpty() && Character.UnicodeScript.of(lower.codePointAt(0)) == Character.UnicodeScript.LATIN;
        return latin
                ? Pattern.compile("\\b" + Pattern.quote(lower))
                        .matcher(description)
                        .find()
                : description.contains(lower);
    }
}
