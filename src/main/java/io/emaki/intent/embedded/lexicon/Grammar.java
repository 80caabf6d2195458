package io.emaki.intent.embedded.lexicon;

import io.emaki.intent.PersonaView;
import java.util.List;
import java.util.Map;

/** What differs between languages. Implementations are safe for use by several threads. */
public interface Grammar {

    RuleBook book();

    /** Brings {@code [start, end)} of a text into the form of the word lists. */
    SourceText read(String text, int start, int end);

    /** Names that only this turn knows, by class: {@code name} the persona's, {@code namec} companions', {@code nameother} others'. */
    Map<String, List<String>> names(String text, PersonaView persona);

    /** Who acts in the part of a sentence before {@code verbAt}. */
    Subject subject(TaggedText sentence, int verbAt);

    /** Widens a noun at {@code [start, end)} by its modifiers, inside {@code [from, to)}. */
    String nounPhrase(String text, int start, int end, int from, int to);

    /** Where the clause that reaches over {@code start} ends, at most {@code to}. */
    int clauseEnd(String text, int start, int to);

    /** Whether "put on the hat" is said of oneself, and not only to others. */
    boolean dropsSubjects();

    /** Joins two things into one description. */
    String join(String first, String second);
}
