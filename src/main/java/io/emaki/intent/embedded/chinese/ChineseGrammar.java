package io.emaki.intent.embedded.chinese;

import io.emaki.intent.PersonaView;
import io.emaki.intent.embedded.lexicon.Grammar;
import io.emaki.intent.embedded.lexicon.RuleBook;
import io.emaki.intent.embedded.lexicon.RuleReader;
import io.emaki.intent.embedded.lexicon.SourceText;
import io.emaki.intent.embedded.lexicon.Subject;
import io.emaki.intent.embedded.lexicon.Subjects;
import io.emaki.intent.embedded.lexicon.TaggedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese by listed words, the longest first; verbs do not inflect, and subjects stand before them without a mark. */
public final class ChineseGrammar implements Grammar {

    private static final Pattern CLAUSE_END = Pattern.compile("[，,。！!？?；;…—）)（(“”「」\\n*]");
    /** Characters that end a noun phrase on its left: verbs of wearing and moving, particles, pronouns, marks. */
    private static final String LIMITS =
            "了着过把将到进回上穿戴披换系套裹脱摘解扯取走来去出是你我他她它就又便才都被给和与在从对向件条顶副个位名身下见有抱拔起于" + "，。！？；、（）()“”「」*：:…— \n";

    private static final Pattern MEASURE = Pattern.compile("^(?:[一两三那这][袭件条顶副只个双名位头群座间片身套匹枚])");

    private final RuleBook book = RuleReader.read("chinese", false, (group, word) -> List.of(word));
    private final Pattern subject = Pattern.compile("(?<![给把替向对帮被跟和与为朝往])([" + tag("i") + tag("you") + tag("he")
            + tag("we") + tag("name") + tag("namec") + tag("being") + "])(?!的|们的|身|肩|头上|脖|手里|对面|旁|面前|跟前|怀|腿|膝|脚|耳)");

    private String tag(String name) {
        return book.lexicon().tags(name);
    }

    @Override
    public RuleBook book() {
        return book;
    }

    @Override
    public SourceText read(String text, int start, int end) {
        String lower = text.substring(start, end).toLowerCase(Locale.ROOT);
        return SourceText.plain(lower.length() == end - start ? lower : text.substring(start, end), start);
    }

    @Override
    public Map<String, List<String>> names(String text, PersonaView persona) {
        List<String> companions = new ArrayList<>();
        persona.companions().forEach(companion -> companions.addAll(parts(companion)));
        return Map.of("name", parts(persona.name()), "namec", companions);
    }

    /** A name and, as titles come first, its last two characters: 女将阿史那, 斥候巴图. */
    private static List<String> parts(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        List<String> parts = new ArrayList<>(List.of(lower));
        for (int length = 2; length < lower.length() && length <= 3; length++) {
            parts.add(lower.substring(lower.length() - length));
        }
        return parts;
    }

    @Override
    public Subject subject(TaggedText sentence, int verbAt) {
        Matcher match = subject.matcher(sentence.text().substring(0, verbAt));
        Subject found = Subject.NONE;
        while (match.find()) {
            found = Subjects.of(book.lexicon().classesOf(match.group(1).charAt(0)));
        }
        return found;
    }

    @Override
    public String nounPhrase(String text, int start, int end, int from, int to) {
        int left = start;
        while (left > from && start - left < 10 && LIMITS.indexOf(text.charAt(left - 1)) < 0) {
            left--;
        }
        return MEASURE.matcher(text.substring(left, end)).replaceFirst("").replaceFirst("^[的地]", "");
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
