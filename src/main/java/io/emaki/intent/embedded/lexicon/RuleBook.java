package io.emaki.intent.embedded.lexicon;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules of a language.
 *
 * @param unrealAnywhere marks of a sentence that tells nothing that has happened
 * @param unrealBefore the same, for what follows in the clause; matched up to its end
 * @param unrealAfter the same, for what stands directly before; matched from its start
 * @param unrealSpeech marks that only matter in spoken words
 */
public record RuleBook(
        Lexicon lexicon,
        List<Rule> rules,
        List<Pattern> unrealAnywhere,
        List<Pattern> unrealBefore,
        List<Pattern> unrealAfter,
        List<Pattern> unrealSpeech) {}
