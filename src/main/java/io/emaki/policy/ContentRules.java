package io.emaki.policy;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Decides by its wording whether a description may be drawn. It sees nothing but the text: give it all that the picture
 * will show, the person's own description included, since a part may be harmless only by itself.
 *
 * <p>{@code girl} and {@code boy}, in any language, count as minors. Threads may share an object.
 */
@Component
public final class ContentRules {

    private final WordLists lists = WordLists.load();

    /**
     * @param text in English, Japanese or Chinese, of any length
     * @param adultAttested the operator has attested that the persona is an adult
     * @param matureAllowed the operator allows mature content; without the attestation it allows nothing
     */
    public Verdict judge(String text, boolean adultAttested, boolean matureAllowed) {
        return rule(text).judge(adultAttested, matureAllowed);
    }

    /** What a description asks for, whoever it is of. */
    public ContentClass classify(String text) {
        return rule(text).contentClass();
    }

    private Rule rule(String text) {
        String folded = TextForms.fold(text);
        List<Passage> passages = new ArrayList<>();
        for (String form : TextForms.of(folded)) {
            passages.add(new Passage(form, lists));
        }
        boolean minor = MinorAge.isIn(folded) || passages.stream().anyMatch(passage -> passage.has(Topic.MINOR));
        Rule mature = mature(passages, minor);
        if (mature.contentClass() == ContentClass.MATURE) {
            return minor ? Rule.MINOR : mature;
        }
        return passages.stream().anyMatch(passage -> passage.has(Topic.MILD)) ? Rule.MILD : Rule.EVERYDAY;
    }

    /** Denials count only where nobody is a minor: "not nude" beside a child is no reason to draw it. */
    private static Rule mature(List<Passage> passages, boolean minor) {
        if (passages.stream().anyMatch(passage -> passage.asserts(Topic.SEXUAL, minor))) {
            return Rule.SEXUAL_CONTENT;
        }
        if (passages.stream().anyMatch(passage -> passage.asserts(Topic.NUDITY, minor) || passage.showsTorso(minor))) {
            return Rule.NUDITY;
        }
        return passages.stream().anyMatch(passage -> passage.has(Topic.UNDERWEAR)) ? Rule.UNDERWEAR : Rule.EVERYDAY;
    }
}
