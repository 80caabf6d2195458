package io.emaki.intent.embedded.chinese;

import io.emaki.intent.embedded.lexicon.Lexicon;
import io.emaki.intent.embedded.lexicon.Subject;
import io.emaki.intent.embedded.lexicon.TaggedText;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who acts. Subjects stand before their verb without a mark, and are left out where the clause before has the same. */
final class Subjects {

    /** What stands between a subject and the body part or place that is meant instead. */
    private static final String OWNED =
            "的|们的|身|肩|头上|头顶|脖|颈|手[里中心]|对面|旁|面前|跟前|怀|腿|膝|脚[边下]|耳|背上|腰|一眼|额|发间|鬓|胸|床|家[^，。]{0,3}[的门]";

    /** A counted thing at the start of a clause does what its verb says, unless it is a limb. */
    private static final Pattern COUNTED =
            Pattern.compile("^(?:整|那|这|几|两|数|无数|一)[条座片辆棵只张匹扇间栋艘排块面顶堆团支盏件根株幅杆](?![^，。]{0,3}[手脚腿臂膊耳眼肘膝掌])");

    private final Lexicon lexicon;
    private final Pattern being;
    /** What somebody else does before the eyes of the one who acts. */
    private final Pattern watched;

    private final Pattern subject;

    Subjects(Lexicon lexicon) {
        this.lexicon = lexicon;
        String beings = tags("i", "you", "he", "we", "name", "namec", "nameother", "being");
        String things = tags("thing", "weather", "lamp", "wear", "upper");
        String verbs = tags("enter", "join", "put", "doff", "summon", "send", "stay");
        String notObject = "(?<![给把替向对帮被跟和与为朝往将像在冲比拉着了见过到进从离随趁等待任由当陪扶牵听" + verbs + "])";
        String notOwner = "(?!" + OWNED + "|[" + tags("body", "pos") + "])";
        this.being = Pattern.compile(notObject + "([" + beings + "])" + notOwner);
        this.watched = Pattern.compile(
                "(?:看|望|瞧|目送|盯|瞪|瞅|听|任由|任凭)(?:着|见|到|了)?[" + tags("he", "namec", "nameother", "being") + "](?!的)");
        this.subject =
                Pattern.compile("(?:" + notObject + "(?=[" + beings + "])|(?<=^|^[那这])(?=[" + things + "])|(?<=^[^"
                        + verbs + "]{0,6}[的把支只盏顶件条道缕滴片])(?=[" + things + "]))([" + beings + things + "])" + notOwner);
    }

    private String tags(String... groups) {
        StringBuilder tags = new StringBuilder();
        for (String group : groups) {
            tags.append(lexicon.tags(group));
        }
        return tags.toString();
    }

    /** Who does what the verb at {@code at} says. */
    Subject of(TaggedText sentence, int at, boolean thingsToo) {
        String text = sentence.text();
        int end = at;
        int start = Clauses.start(text, at);
        Subject found = last(text.substring(start, end), thingsToo);
        if (thingsToo
                && found == Subject.NONE
                && COUNTED.matcher(text.substring(start, end)).find()) {
            return Subject.OTHER;
        }
        while (found == Subject.NONE && start > 0) {
            end = start - 1;
            start = Clauses.start(text, end);
            // What a thing does ends with its clause; a person goes on acting.
            found = first(text.substring(start, end), false);
        }
        return found;
    }

    /** Whom the sentence is about, for the next one. */
    Subject topic(TaggedText sentence) {
        return of(sentence, sentence.text().length(), false);
    }

    /** The last word of some classes in a sentence, or the one before where it has none. */
    String last(TaggedText sentence, String turn, Set<String> wanted, String before) {
        String found = before;
        for (int i = 0; i < sentence.text().length(); i++) {
            if (!Collections.disjoint(lexicon.classesOf(sentence.text().charAt(i)), wanted)) {
                found = turn.substring(sentence.from()[i], sentence.to()[i]);
            }
        }
        return found;
    }

    /** Who the word at {@code at} is. */
    Subject at(TaggedText sentence, int at) {
        return subject(sentence.text().charAt(at));
    }

    private Subject first(String clause, boolean thingsToo) {
        Matcher match = (thingsToo ? subject : being).matcher(clause);
        return match.find() ? subject(match.group(1).charAt(0)) : Subject.NONE;
    }

    private Subject last(String clause, boolean thingsToo) {
        Matcher match = (thingsToo ? subject : being).matcher(clause);
        Subject found = Subject.NONE;
        while (match.find()) {
            found = subject(match.group(1).charAt(0));
        }
        return watched.matcher(clause).find() ? Subject.OTHER : found;
    }

    private Subject subject(char letter) {
        Set<String> classes = lexicon.classesOf(letter);
        return io.emaki.intent.embedded.lexicon.Subjects.of(classes);
    }
}
