package io.emaki.policy;

import java.util.List;
import java.util.regex.MatchResult;

/** A form of a text with its harmless spans. A hit that lies wholly inside such a span does not count. */
final class Passage {

    /** Longest expression of a denial, in characters. */
    private static final int DENIAL = 40;

    private final String text;
    private final WordLists lists;
    private final List<MatchResult> harmless;

    Passage(String text, WordLists lists) {
        this.text = text;
        this.lists = lists;
        harmless = matches(Topic.HARMLESS);
    }

    boolean has(Topic topic) {
        return matches(topic).stream().anyMatch(this::counts);
    }

    /** @param evenDenied whether "no ..." counts like the thing itself */
    boolean asserts(Topic topic, boolean evenDenied) {
        return matches(topic).stream().anyMatch(hit -> counts(hit) && (evenDenied || !isDenied(hit)));
    }

    /** @param minor the text speaks of one, for whom what is usual for men does not hold */
    boolean showsTorso(boolean minor) {
        return !matches(Topic.TORSO).isEmpty() && (minor || matches(Topic.MALE).isEmpty() || has(Topic.FEMALE));
    }

    private boolean counts(MatchResult hit) {
        return harmless.stream().noneMatch(span -> span.start() <= hit.start() && hit.end() <= span.end());
    }

    private boolean isDenied(MatchResult hit) {
        String before = text.substring(Math.max(0, hit.start() - DENIAL), hit.start());
        return lists.of(Topic.NEGATION).matcher(before).find()
                || lists.of(Topic.NEGATED_AFTER)
                        .matcher(text.substring(hit.end()))
                        .find();
    }

    private List<MatchResult> matches(Topic topic) {
        return lists.of(topic).matcher(text).results().toList();
    }
}
