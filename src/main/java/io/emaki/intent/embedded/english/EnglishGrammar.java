package io.emaki.intent.embedded.english;

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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Light English analysis: listed words with their inflections, subjects by position. */
public final class EnglishGrammar implements Grammar {

    private static final Pattern NAME = Pattern.compile("(?<=[a-z,;] )\\p{Lu}[\\p{L}'-]+");
    private static final Pattern CLAUSE_END =
            Pattern.compile("[,;:.!?*\\n\"“”—…()]| - |\\b(and|but|while|as|before|until|then|so)\\b");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’-]+");
    /** Words that end a noun phrase on its left. */
    private static final Set<String> LIMITS = Set.of(
            ("a an the his her my your their our its this that these those one's of on in into onto at to from by with and or but is"
                            + " are was were be been has have had it he she they i you we him them me us as for over under out off up"
                            + " down around about through back then now just only not no so wearing finds find puts put pulls pulled"
                            + " reach reaches reached enter enters entered ties tied slips slipped tugs like where when who come comes")
                    .split(" "));

    private final RuleBook book = RuleReader.read("english", true, EnglishForms::of);
    private final Pattern subject;

    public EnglishGrammar() {
        String pronouns = tags("i", "he", "we");
        String nouns = tags("you", "name", "namec", "nameother", "n_being", "they");
        subject = Pattern.compile("[" + pronouns
                + "](?!')|(?:^|[,;:—\"*]|\\b(?:and|then|as|while|but|when|where|until|because|that|with)\\b)\\s*"
                + "(?:(?:the|a|an|my|your|his|her|our|their|one|another|somewhere|behind|beside)\\s)*(?:[\\w'’-]+\\s){0,3}?["
                + nouns
                + "](?!['’]s? [a-z]+ )|(?:^|[,;:—]|\\b(?:and|as|while|but|when)\\b)\\s*(?:the|a|an|my|your|his|her|their|some|every) (?:[\\w'’-]+ ){1,3}$|["
                + nouns + "] (?:who|that|which) (?:\\w+ ){0,2}$");
    }

    private String tags(String... classes) {
        StringBuilder tags = new StringBuilder();
        for (String name : classes) {
            tags.append(tag(name));
        }
        return tags.toString();
    }

    @Override
    public RuleBook book() {
        return book;
    }

    @Override
    public SourceText read(String text, int start, int end) {
        String lower = text.substring(start, end).toLowerCase(Locale.ENGLISH).replace('’', '\'');
        return SourceText.plain(lower.length() == end - start ? lower : text.substring(start, end), start);
    }

    @Override
    public Map<String, List<String>> names(String text, PersonaView persona) {
        List<String> own = words(persona.name());
        List<String> companions = new ArrayList<>();
        for (String companion : persona.companions()) {
            companions.add(companion.toLowerCase(Locale.ENGLISH));
            companions.addAll(words(companion));
        }
        List<String> others = new ArrayList<>();
        Matcher match = NAME.matcher(text);
        while (match.find()) {
            String name = match.group().toLowerCase(Locale.ENGLISH);
            if (!own.contains(name) && !companions.contains(name) && !name.startsWith("i'")) {
                others.add(name);
            }
        }
        return Map.of("name", own, "namec", companions, "nameother", others);
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("[^\\p{L}\\p{N}'-]+")) {
            if (word.length() > 1 && !LIMITS.contains(word.toLowerCase(Locale.ENGLISH))) {
                words.add(word.toLowerCase(Locale.ENGLISH));
            }
        }
        return words;
    }

    @Override
    public Subject subject(TaggedText sentence, int verbAt) {
        Matcher match = subject.matcher(sentence.text().substring(0, verbAt));
        Subject found = Subject.NONE;
        while (match.find()) {
            char last = match.group().charAt(match.group().length() - 1);
            found = Subjects.of(book.lexicon().classesOf(last));
        }
        return found;
    }

    private String tag(String name) {
        return book.lexicon().tags(name);
    }

    @Override
    public String nounPhrase(String text, int start, int end, int from, int to) {
        int left = start;
        while (left > from) {
            String before = text.substring(from, left).stripTrailing();
            int space = Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n')) + 1;
            String word = before.substring(space);
            if (!WORD.matcher(word).matches()
                    || LIMITS.contains(word.toLowerCase(Locale.ENGLISH))
                    || start - from - space > 40) {
                break;
            }
            left = from + space;
        }
        Matcher more = Pattern.compile("\\G (?:of|with|in|above|beyond|behind|by|on|near) (?:[\\w'’-]+ ?){1,6}")
                .matcher(text)
                .region(end, to);
        return text.substring(left, more.find() ? more.end() : end);
    }

    @Override
    public int clauseEnd(String text, int start, int to) {
        Matcher end = CLAUSE_END.matcher(text).region(Math.min(start, to), to);
        return end.find() ? end.start() : to;
    }

    @Override
    public boolean dropsSubjects() {
        return false;
    }

    @Override
    public String join(String first, String second) {
        return first + ", " + second;
    }
}
