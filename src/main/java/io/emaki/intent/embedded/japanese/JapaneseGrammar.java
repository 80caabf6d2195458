package io.emaki.intent.embedded.japanese;

import com.atilika.kuromoji.ipadic.Token;
import com.atilika.kuromoji.ipadic.Tokenizer;
import io.emaki.intent.PersonaView;
import io.emaki.intent.embedded.lexicon.Grammar;
import io.emaki.intent.embedded.lexicon.RuleBook;
import io.emaki.intent.embedded.lexicon.RuleReader;
import io.emaki.intent.embedded.lexicon.SourceText;
import io.emaki.intent.embedded.lexicon.Subject;
import io.emaki.intent.embedded.lexicon.Subjects;
import io.emaki.intent.embedded.lexicon.TaggedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Japanese by Kuromoji: words in dictionary form, so that a rule sees one form of each verb; subjects by their particles. */
public final class JapaneseGrammar implements Grammar {

    private static final Pattern CLAUSE_END = Pattern.compile("[、。！？!?…―—）)（(「」『』\\n*]");
    private static final Set<String> MODIFIERS = Set.of("名詞", "形容詞", "接頭詞", "連体詞");
    private static final Set<String> LINKS = Set.of("の", "な", "た");

    private final Tokenizer tokenizer = new Tokenizer();
    private final RuleBook book = RuleReader.read("japanese", false, (group, word) -> List.of(word));
    private final Pattern subject = Pattern.compile("(?:([" + tag("i") + tag("you") + tag("he") + tag("we")
            + tag("name") + tag("namec") + tag("being") + "])|[一-龠ァ-ヶー々]{1,8})(?:さん|くん|ちゃん|様|さま|たち|達)?(?:は|が|も)(?!て)");

    private String tag(String name) {
        return book.lexicon().tags(name);
    }

    @Override
    public RuleBook book() {
        return book;
    }

    @Override
    public SourceText read(String text, int start, int end) {
        StringBuilder letters = new StringBuilder();
        List<int[]> spans = new ArrayList<>();
        for (Token token : tokenizer.tokenize(text.substring(start, end))) {
            String base = inflects(token) ? token.getBaseForm() : token.getSurface();
            int from = start + token.getPosition();
            boolean sameLength = base.length() == token.getSurface().length() && !inflects(token);
            for (int i = 0; i < base.length(); i++) {
                letters.append(base.charAt(i));
                spans.add(
                        sameLength
                                ? new int[] {from + i, from + i + 1}
                                : new int[] {from, from + token.getSurface().length()});
            }
        }
        return new SourceText(
                letters.toString(),
                spans.stream().mapToInt(span -> span[0]).toArray(),
                spans.stream().mapToInt(span -> span[1]).toArray());
    }

    private static boolean inflects(Token token) {
        return (token.getPartOfSpeechLevel1().equals("動詞")
                        || token.getPartOfSpeechLevel1().equals("形容詞"))
                && !token.getBaseForm().equals("*");
    }

    @Override
    public Map<String, List<String>> names(String text, PersonaView persona) {
        return Map.of("name", parts(List.of(persona.name())), "namec", parts(persona.companions()));
    }

    /** A name, and what follows its title or comes before its honorific: 陰陽師・晴暁, 猫又のたま. */
    private static List<String> parts(List<String> names) {
        return names.stream()
                .flatMap(name -> Arrays.stream((name + "・" + name.replaceAll("[・の\\s]", "・")).split("・")))
                .filter(part -> part.length() > 1)
                .distinct()
                .toList();
    }

    @Override
    public Subject subject(TaggedText sentence, int verbAt) {
        Matcher match = subject.matcher(sentence.text().substring(0, verbAt));
        Subject found = Subject.NONE;
        while (match.find()) {
            if (match.group(1) == null) {
                continue;
            }
            found = Subjects.of(book.lexicon().classesOf(match.group(1).charAt(0)));
        }
        return found;
    }

    @Override
    public String nounPhrase(String text, int start, int end, int from, int to) {
        int left = start;
        List<Token> tokens = tokenizer.tokenize(text.substring(from, start));
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (!MODIFIERS.contains(token.getPartOfSpeechLevel1())
                    && !LINKS.contains(token.getSurface())
                    && !(token.getPartOfSpeechLevel1().equals("動詞") && left < start && text.charAt(left) == 'た')) {
                break;
            }
            left = from + token.getPosition();
        }
        return text.substring(left, end).replaceAll("^[のなた]+", "");
    }

    @Override
    public int clauseEnd(String text, int start, int to) {
        Matcher end = CLAUSE_END.matcher(text).region(Math.min(start, to), to);
        return end.find() ? end.start() : to;
    }

    @Override
    public boolean dropsSubjects() {
        return true;
    }

    @Override
    public String join(String first, String second) {
        return first + "、" + second;
    }
}
