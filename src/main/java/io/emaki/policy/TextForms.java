package io.emaki.policy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The forms of a text that the word lists are compared with: as it reads, and with what separates, doubles or replaces
 * letters inside words undone.
 */
final class TextForms {

    private static final String LOOKALIKES = "аеорсухкмтіјѕԁɡαενορτυιχκɑıł";
    private static final String LATIN = "aeopcyxkmtijsdgaevoptuixkail";
    private static final String DIGITS = "013457@$";
    private static final String LETTERS = "oieastas";

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\p{Mn}\\p{Me}\\x{3164}\\x{115F}\\x{1160}&&[^\\x{3099}\\x{309A}]]");
    private static final Pattern DRAWN_OUT = Pattern.compile("([a-z])\\1{2,}");
    private static final Pattern SPELLED_OUT = Pattern.compile(
            "(?<![\\p{L}\\p{N}])[a-z0-9@$](?:[^\\p{L}\\p{N}@$]{1,3}[a-z0-9@$](?![\\p{L}\\p{N}])){2,40}");
    private static final Pattern STARRED = Pattern.compile("(?<![a-z*])([a-z]+)\\*([a-z]+)(?![a-z*])");
    private static final Pattern INNER_MARK =
            Pattern.compile("(?<=[a-z0-9])[-._*·・•|~/\\\\+=^'\"`´‘’“”]{1,3}(?=[a-z0-9])");
    private static final Pattern DISGUISED =
            Pattern.compile("(?<![a-z0-9@$])(?=[0-9@$]*[a-z])(?=[a-z]*[0-9@$])[a-z0-9@$]+");
    private static final String IDEOGRAPHS = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]";
    private static final Pattern BETWEEN_IDEOGRAPHS =
            Pattern.compile("(?<=" + IDEOGRAPHS + ")[ \\t\\-._*·•・|/~+=^'\"`“”‘’\\p{So}]{1,3}(?=" + IDEOGRAPHS + ")");
    private static final Pattern CLAUSE_MARK = Pattern.compile("[,.;!?、。…‥\\r\\n—()\\[\\]「」『』【】《》]|(?<=\\s)-+(?=\\s)");
    private static final Pattern OTHER_MARK = Pattern.compile("[^\\p{L}\\p{N},:]+");

    private TextForms() {}

    /** Lower case, compatible characters made alike, without accents, invisible characters and foreign lookalikes. */
    static String fold(String text) {
        String decomposed = Normalizer.normalize(Normalizer.normalize(text, Normalizer.Form.NFKC), Normalizer.Form.NFD);
        String visible = INVISIBLE.matcher(decomposed).replaceAll("");
        String lower = Normalizer.normalize(visible, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return translate(lower, LOOKALIKES, LATIN);
    }

    /** @param folded see {@link #fold} */
    static List<String> of(String folded) {
        return List.of(marked(folded), marked(undisguised(folded)));
    }

    private static String undisguised(String folded) {
        String text = DRAWN_OUT.matcher(folded).replaceAll("$1");
        text = SPELLED_OUT.matcher(text).replaceAll(TextForms::joined);
        text = STARRED.matcher(text).replaceAll("$1a$2 $1e$2 $1i$2 $1o$2 $1u$2");
        text = INNER_MARK.matcher(text).replaceAll("");
        text = BETWEEN_IDEOGRAPHS.matcher(text).replaceAll("");
        return DISGUISED.matcher(text).replaceAll(word -> translate(word.group(), DIGITS, LETTERS));
    }

    /** The letters in a row, and once more without the first, which may be the article. */
    private static String joined(MatchResult letters) {
        String word = letters.group().replaceAll("[^a-z0-9@$]", "");
        return (word + " " + word.substring(1)).replace("$", "\\$");
    }

    private static String marked(String text) {
        String clauses = CLAUSE_MARK.matcher(text).replaceAll(" , ");
        String spelled = clauses.replace(":", " : ").replace("+", " plus ");
        return OTHER_MARK.matcher(spelled).replaceAll(" ").strip();
    }

    private static String translate(String text, String from, String to) {
        StringBuilder translated = new StringBuilder(text);
        for (int i = 0; i < translated.length(); i++) {
            int index = from.indexOf(translated.charAt(i));
            if (index >= 0) {
                translated.setCharAt(i, to.charAt(index));
            }
        }
        return translated.toString();
    }
}
