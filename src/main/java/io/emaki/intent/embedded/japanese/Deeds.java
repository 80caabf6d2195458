package io.emaki.intent.embedded.japanese;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives each verb of a sentence its nouns and the one who does it. */
final class Deeds {

    private static final Set<String> SUBJECTS = Set.of("は", "が", "も", "って");

    /** What sets a clause with a subject of its own apart from the one that goes on. */
    private static final Pattern ASIDE =
            Pattern.compile("^(のを|のに|のが|のも|のと|と、|ので|から、|が、|けど|うちに|間に|あいだ|まで|頃|とき|時|横で|隣で|前で|後ろで|中、|なか、|脇で|傍らで)");

    private final String text;
    private final int end;
    private final Cast cast;
    private final Lists lists;
    private final List<Deed> deeds = new ArrayList<>();
    private List<Noun> open = new ArrayList<>();
    private List<Noun> carried = List.of();
    private Who subject;

    private Deeds(String text, int end, Cast cast, Lists lists) {
        this.text = text;
        this.end = end;
        this.cast = cast;
        this.lists = lists;
        this.subject = cast.topic();
    }

    /** @param end where the sentence ends */
    static List<Deed> of(List<Chunk> chunks, String text, int end, Cast cast, Lists lists) {
        Deeds deeds = new Deeds(text, end, cast, lists);
        for (int i = 0; i < chunks.size(); i++) {
            Noun noun = chunks.get(i).noun();
            if (noun != null) {
                deeds.open.add(noun);
            } else if (chunks.get(i).describes()) {
                deeds.describing(
                        chunks.get(i), i + 1 < chunks.size() ? chunks.get(i + 1).noun() : null);
            } else {
                deeds.ending(chunks.get(i));
            }
        }
        if (!deeds.open.isEmpty()) {
            Noun last = deeds.open.getLast();
            deeds.ending(new Chunk(null, Set.of("-"), "", false, last.start(), last.end()));
        }
        return deeds.deeds;
    }

    /** A verb before a noun takes the phrases directly before it and leaves the topic to the verb that ends the clause. */
    private void describing(Chunk verb, @Nullable Noun described) {
        List<Noun> nouns = new ArrayList<>();
        while (!open.isEmpty()
                && !open.getLast().particle().equals("は")
                && !(open.getLast().pause() && !nouns.isEmpty())) {
            if (open.getLast().pause()) {
                break;
            }
            nouns.addFirst(open.removeLast());
        }
        Who own = subjectOf(nouns);
        Who who = own != null ? own : described == null ? subject : cast.who(described);
        add(verb, nouns, described, who == null || (who == Who.THING && own == null) ? currentSubject() : who);
    }

    private Who currentSubject() {
        Who ahead = subjectOf(open);
        return ahead == null ? subject : ahead;
    }

    private void ending(Chunk verb) {
        Who own = subjectOf(open);
        for (Noun noun : open) {
            Who who = SUBJECTS.contains(noun.particle()) ? cast.who(noun) : null;
            if (who != null && who != Who.THING) {
                subject = who;
                if (noun.particle().equals("は")) {
                    cast.speakOf(who);
                }
            }
        }
        add(verb, open, null, own == null ? subject : own);
        if (ASIDE.matcher(text.substring(Math.min(verb.end(), end), end)).find()) {
            subject = cast.topic();
        }
        carry();
        open = new ArrayList<>();
    }

    /** The last subject and the last objects stay with the clauses that follow. */
    private void carry() {
        List<Noun> objects = open.stream().filter(Deeds::isObject).toList();
        List<Noun> subjects =
                open.stream().filter(noun -> SUBJECTS.contains(noun.particle())).toList();
        List<Noun> kept = new ArrayList<>();
        kept.addAll(objects.isEmpty() ? carried.stream().filter(Deeds::isObject).toList() : objects);
        kept.addAll(
                subjects.isEmpty()
                        ? carried.stream().filter(noun -> !isObject(noun)).toList()
                        : subjects);
        carried = kept;
    }

    private static boolean isObject(Noun noun) {
        return noun.particle().equals("を");
    }

    private @Nullable Who subjectOf(List<Noun> nouns) {
        Who found = null;
        for (Noun noun : nouns) {
            if (SUBJECTS.contains(noun.particle()) && !isTopicalObject(noun)) {
                Who who = cast.who(noun);
                found = who == null ? found : who;
            }
        }
        return found;
    }

    /** 帽子は、脱いで: what the deed is done to may stand as the topic. */
    private boolean isTopicalObject(Noun noun) {
        return !noun.particle().equals("が") && (lists.is(noun, "wear") || lists.is(noun, "main"));
    }

    private void add(Chunk verb, List<Noun> nouns, @Nullable Noun described, Who who) {
        String after = text.substring(Math.min(verb.end(), end), end);
        deeds.add(new Deed(
                verb.names(),
                verb.tail(),
                after,
                List.copyOf(nouns),
                carried,
                described,
                who,
                verb.start(),
                verb.end()));
    }
}
