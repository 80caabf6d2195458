package io.emaki.intent.embedded.english;

import io.emaki.intent.PersonaView;
import io.emaki.intent.embedded.text.Passage;
import io.emaki.intent.embedded.text.Passage.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits sentences into tokens; contractions become two, phrases of the vocabulary one. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile(
            "[\\p{L}\\p{N}]+(?:[-'’][\\p{L}\\p{N}]+)*|[,;:.!?\"“”()…—–\\n>\\[\\]]|(?<=\\s)-+(?=\\s)|-{2,}");
    private static final Pattern CONTRACTION =
            Pattern.compile("(.+?)(n't|'s|'re|'m|'ll|'d|'ve)", Pattern.CASE_INSENSITIVE);
    /** Where the apostrophe is often left out. */
    private static final Map<String, Integer> SHORTHAND = new HashMap<>();

    static {
        for (String word : List.of(
                "im", "ive", "ill'", "shes", "hes", "theyre", "youre", "weve", "theres", "thats", "its'", "whats",
                "dont", "didnt", "doesnt", "cant", "wont", "isnt", "wasnt", "arent", "havent", "couldnt", "wouldnt")) {
            int tail = word.endsWith("nt") || word.endsWith("re") || word.endsWith("ve") ? 2 : 1;
            SHORTHAND.put(word, word.endsWith("nt") ? 2 : tail);
        }
    }

    private final Vocabulary vocabulary;
    private final String text;
    private final Set<String> own;
    private final Map<String, Integer> companions = new HashMap<>();

    Tokens(Vocabulary vocabulary, String text, PersonaView persona) {
        this.vocabulary = vocabulary;
        this.text = text;
        this.own = new HashSet<>(names(persona.name()));
        for (String companion : persona.companions()) {
            for (String name : names(companion)) {
                companions.put(name, vocabulary.kindOfClasses(Vocabulary.COMPANION));
            }
        }
    }

    private List<String> names(String phrase) {
        List<String> names = new ArrayList<>();
        for (String word : phrase.toLowerCase(Locale.ENGLISH).split("[^\\p{L}\\p{N}'-]+")) {
            int kind = vocabulary.kindOf(word);
            if (word.length() > 1 && !isAny(kind, "limit", "det")) {
                names.add(word);
            }
        }
        return names;
    }

    private boolean isAny(int kind, String... groups) {
        for (String group : groups) {
            if (vocabulary.is(kind, group)) {
                return true;
            }
        }
        return false;
    }

    Sentence of(Passage passage) {
        List<Token> tokens = new ArrayList<>();
        Matcher match = TOKEN.matcher(text).region(passage.start(), passage.end());
        while (match.find()) {
            String word = match.group().toLowerCase(Locale.ENGLISH).replace('’', '\'');
            Matcher contraction = CONTRACTION.matcher(word);
            int tail = contraction.matches() ? contraction.group(2).length() : SHORTHAND.getOrDefault(word, 0);
            int cut = word.length() - tail;
            if (tail > 0 && word.length() == match.end() - match.start()) {
                tokens.add(token(word.substring(0, cut), match.start(), match.start() + cut, tokens, passage));
                String rest = word.substring(cut);
                String ending =
                        rest.startsWith("'") || rest.startsWith("n'") ? rest : rest.equals("nt") ? "n't" : "'" + rest;
                tokens.add(token(ending, match.start() + cut, match.end(), tokens, passage));
            } else {
                tokens.add(token(word, match.start(), match.end(), tokens, passage));
            }
        }
        return new Sentence(joined(tokens), passage, vocabulary);
    }

    private Token token(String word, int start, int end, List<Token> before, Passage passage) {
        String plain = mark(word);
        boolean common = vocabulary.lists(plain) && !Character.isUpperCase(text.charAt(start));
        if (own.contains(plain) && !common) {
            return new Token(plain, start, end, vocabulary.kindOfClasses(Vocabulary.NAME));
        }
        Integer companion = companions.get(plain);
        if (companion != null && (!common || vocabulary.is(vocabulary.kindOf(plain), "being"))) {
            return new Token(plain, start, end, companion);
        }
        boolean capital = Character.isUpperCase(text.charAt(start))
                && end - start > 1
                && !Character.isUpperCase(text.charAt(start + 1));
        boolean first = before.isEmpty() || vocabulary.is(before.getLast().kind(), "mark");
        if (capital && !vocabulary.lists(plain) && !(first && unlikelyName(plain))) {
            return new Token(plain, start, end, vocabulary.kindOfClasses(Vocabulary.OTHER_NAME));
        }
        if (capital && !first && passage.kind() == Kind.NARRATION && vocabulary.is(vocabulary.kindOf(plain), "verb")) {
            return new Token(plain, start, end, vocabulary.kindOfClasses(Vocabulary.OTHER_NAME));
        }
        return new Token(plain, start, end, vocabulary.kindOf(plain));
    }

    private static boolean unlikelyName(String word) {
        return word.endsWith("ly") || word.endsWith("ing") || word.endsWith("ed") || word.length() < 3;
    }

    private static String mark(String word) {
        return switch (word) {
            case "…", "\n" -> ";";
            case "“", "”" -> "\"";
            case "–", "—" -> "-";
            default -> word.startsWith("--") ? "-" : word;
        };
    }

    private List<Token> joined(List<Token> tokens) {
        List<Token> result = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int length = 1;
            for (String[] phrase : vocabulary.phrases(tokens.get(i).word())) {
                if (startsWith(tokens, i, phrase)) {
                    length = phrase.length;
                    break;
                }
            }
            Token first = tokens.get(i);
            if (length == 1) {
                result.add(first);
            } else {
                StringBuilder words = new StringBuilder(first.word());
                for (int k = 1; k < length; k++) {
                    words.append(' ').append(tokens.get(i + k).word());
                }
                result.add(new Token(
                        words.toString(),
                        first.start(),
                        tokens.get(i + length - 1).end(),
                        vocabulary.kindOf(words.toString())));
            }
            i += length;
        }
        return result;
    }

    private static boolean startsWith(List<Token> tokens, int at, String[] phrase) {
        if (at + phrase.length > tokens.size()) {
            return false;
        }
        for (int k = 0; k < phrase.length; k++) {
            if (!tokens.get(at + k).word().equals(phrase[k])) {
                return false;
            }
        }
        return true;
    }
}
