package io.emaki.intent.llm;

import io.emaki.intent.PersonaView;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells whether the one whom a model names is the persona. */
final class Subject {

    /** What the schema asks for. */
    static final String PERSONA = "persona";

    static final String OTHER = "other";

    private Subject() {}

    /** The word itself, or the persona's name or a word of it, for servers that do not keep to schemas. */
    static boolean isPersona(String subject, PersonaView persona) {
        String named = plain(subject);
        String name = plain(persona.name());
        if (named.equals(PERSONA) || named.equals(name) && !name.isEmpty()) {
            return true;
        }
        return !named.equals(OTHER) && named.codePointCount(0, named.length()) >= 2 && isPart(named, name);
    }

    /** Of a name in letters with spaces between words, whole words only; others have no spaces to go by. */
    private static boolean isPart(String named, String name) {
        boolean spaced = Character.isLetter(named.codePointAt(0))
                && !Character.isIdeographic(named.codePointAt(0))
                && Character.UnicodeScript.of(named.codePointAt(0)) != Character.UnicodeScript.KATAKANA
                && Character.UnicodeScript.of(named.codePointAt(0)) != Character.UnicodeScript.HIRAGANA;
        return spaced
                ? Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(named) + "(?![\\p{L}\\p{N}])")
                        .matcher(name)
                        .find()
                : name.contains(named);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
