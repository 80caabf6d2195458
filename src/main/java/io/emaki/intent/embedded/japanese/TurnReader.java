package io.emaki.intent.embedded.japanese;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.emaki.intent.embedded.text.Passage;
import io.emaki.intent.embedded.text.Passage.Kind;
import io.emaki.intent.embedded.text.Passages;
import io.emaki.intent.embedded.text.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one turn sentence by sentence and keeps what a rule finds, the persona does, and the story has done. */
final class TurnReader {

    private static final Pattern OBEYS = Pattern.compile(
            "(言われ(る|た)|促され(る|た)|命じられ(る|た)|言いつけ|指示|命令|言葉|言う|乞われる|請われる|求められる)(の?(通り|とおり|どおり)|まま|に従)(?!(な|の話|では)).{0,4}");

    private final JapaneseReader book;
    private final TurnText turn;
    private final String text;
    private final Cast cast;
    private final Looks looks;
    private final Agency agency;
    private final List<String> names;
    private final Set<String> postures;
    private final Changes changes = new Changes();
    private @Nullable VisualChange pose;
    private boolean away;

    TurnReader(JapaneseReader book, TurnText turn) {
        this.book = book;
        this.turn = turn;
        this.text = Marks.plain(turn.text());
        this.cast = new Cast(turn, book.lists());
        this.looks = new Looks(turn.persona(), turn.speaker(), book.lists(), cast);
        this.agency = new Agency(turn.speaker(), looks);
        this.names = cast.names();
        this.postures = postures(turn.persona().pose());
    }

    List<VisualChange> read() {
        if (!book.reality().isStory(text)) {
            return List.of();
        }
        before();
        for (Passage passage : Passages.of(turn.speaker(), text)) {
            if (passage.kind() != Kind.OUTSIDE) {
                cast.start(passage.kind());
                Sentences.of(text, passage).forEach(sentence -> sentence(narrated(sentence)));
            }
        }
        VisualChange last = pose;
        if (last != null) {
            changes.add(last, false);
        }
        return changes.all();
    }

    /** Notes the clothes that the turn before offers, and what it orders where this turn says that it is done. */
    private void before() {
        String order = turn.history().stream()
                .filter(earlier -> earlier.startsWith("user:"))
                .reduce("", (first, second) -> second);
        List<Deed> ordered = deeds(order, 0, order.length());
        ordered.forEach(deed -> deed.nouns().stream()
                .filter(noun -> book.lists().is(noun, "wear") || book.lists().is(noun, "main"))
                .forEach(looks::offer));
        Matcher obeys = OBEYS.matcher(text);
        if (turn.speaker().equals("user") || !obeys.find()) {
            return;
        }
        Passage all = new Passage(Kind.NARRATION, obeys.start(), obeys.end());
        for (Deed deed : ordered) {
            for (Frame frame : book.frames().of(deed)) {
                boolean told = frame.is("actor") && (frame.axis() == Axis.POSE || frame.axis() == Axis.OUTFIT);
                Frame.Match match = told ? frame.in(deed, looks) : null;
                if (match != null && looks.isNews(frame, match.object(), postures)) {
                    obey(match, order, all);
                    break;
                }
            }
        }
    }

    private void obey(Frame.Match match, String order, Passage obeys) {
        Noun object = match.object();
        String thing = object == null
                ? Postures.worded(
                        match.frame().posture(),
                        where(match.deed(), order),
                        order.substring(match.deed().start(), match.deed().end()))
                : order.substring(object.start(), object.end());
        String evidence = turn.text().substring(obeys.start(), obeys.end());
        VisualChange change =
                new VisualChange(match.frame().axis(), match.frame().op(), Marks.shorten(thing), evidence, 0.6);
        if (change.axis() == Axis.POSE) {
            pose = change;
        } else {
            changes.add(change, object != null && book.lists().is(object, "main"));
        }
    }

    private List<Deed> deeds(String from, int start, int end) {
        return Deeds.of(
                Chunks.of(book.words().of(from, start, end, names), book.frames()::knows),
                from,
                end,
                cast,
                book.lists());
    }

    private Set<String> postures(String state) {
        Set<String> found = new HashSet<>();
        for (Deed deed : deeds(state, 0, state.length())) {
            book.frames().of(deed).stream()
                    .filter(frame -> frame.axis() == Axis.POSE && frame.in(deed, looks) != null)
                    .forEach(frame -> found.add(frame.posture()));
        }
        return found;
    }

    /** A turn without any marks may still tell of the persona by name. */
    private Passage narrated(Passage sentence) {
        String told = text.substring(sentence.start(), sentence.end());
        boolean tells = sentence.kind() == Kind.SPEECH
                && text.indexOf('（') < 0
                && text.indexOf('*') < 0
                && names.stream().anyMatch(name -> told.contains(name + "は") || told.contains(name + "が"))
                && Cues.tells(told);
        return tells ? new Passage(Kind.NARRATION, sentence.start(), sentence.end()) : sentence;
    }

    private void sentence(Passage sentence) {
        String told = text.substring(sentence.start(), sentence.end());
        Who before = cast.topic();
        List<Deed> deeds = deeds(text, sentence.start(), sentence.end());
        boolean ours = deeds.stream().anyMatch(deed -> deed.doer() == Who.PERSONA && before != Who.PERSONA);
        away = book.reality().isAway(told) || (away && !ours);
        if (away) {
            cast.speakOf(Who.OTHER);
            return;
        }
        if (!book.reality().tellsFacts(told, sentence.kind())) {
            return;
        }
        for (Deed deed : deeds) {
            if (book.reality()
                    .happened(deed, text.substring(clauseStart(deed, sentence), deed.start()), sentence.kind())) {
                deed(deed, sentence);
            }
        }
    }

    private int clauseStart(Deed deed, Passage sentence) {
        int start = deed.start();
        while (start > sentence.start() && "、。（）「」『』*".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    private void deed(Deed deed, Passage sentence) {
        String told = text.substring(sentence.start(), sentence.end());
        Set<Axis> done = new HashSet<>();
        for (Frame frame : book.frames().of(deed)) {
            if (!Cues.of(frame, text, told)) {
                continue;
            }
            if (done.contains(frame.axis()) || !agency.fits(frame, sentence.kind())) {
                continue;
            }
            Frame.Match match = frame.in(deed, looks);
            if (match == null) {
                continue;
            }
            if (frame.is("none")) {
                done.add(frame.axis());
            } else if (agency.isPersonas(match, sentence.kind()) && keep(match, sentence)) {
                done.add(frame.axis());
            }
        }
    }

    private boolean keep(Frame.Match match, Passage sentence) {
        Frame frame = match.frame();
        Noun object = match.object();
        Deed deed = match.deed();
        boolean news = looks.isNews(frame, object, postures);
        if (frame.axis() == Axis.POSE && !frame.is("held") && !news) {
            pose = null;
            return true;
        }
        if (!news || (frame.is("weather") && Scenery.repeats(looks.scene(), clause(deed, sentence)))) {
            return false;
        }
        VisualChange change = new VisualChange(
                frame.axis(),
                frame.op(),
                describe(frame, object, deed, sentence),
                clause(deed, sentence),
                sentence.kind() == Kind.SPEECH ? 0.6 : 0.8);
        if (frame.axis() == Axis.POSE) {
            VisualChange earlier = pose;
            pose = earlier != null && frame.is("held") ? Changes.merge(earlier, change) : change;
        } else {
            note(change, frame, object, deed);
        }
        return true;
    }

    /** ベッドの脇に, of ベッドの脇に片膝をつく. */
    private String where(Deed deed, String from) {
        return deed.nouns().reversed().stream()
                .filter(noun -> noun.particle().equals("に") || noun.particle().equals("で"))
                .filter(noun -> !looks.is(noun, "#being") && !looks.is(noun, "#persona"))
                .findFirst()
                .map(noun -> Marks.trim(from.substring(noun.start(), noun.end())) + "に")
                .orElse("");
    }

    private void note(VisualChange change, Frame frame, @Nullable Noun object, Deed deed) {
        if (change.axis() != Axis.SCENE) {
            changes.add(change, object != null && book.lists().is(object, "main"));
        } else if (isPlace(frame, object)) {
            changes.scene().place(change, deed.start());
        } else {
            changes.scene().surroundings(change);
        }
    }

    private static boolean isPlace(Frame frame, @Nullable Noun object) {
        return object != null && !frame.is("whole") && !frame.is("weather");
    }

    private String describe(Frame frame, @Nullable Noun object, Deed deed, Passage sentence) {
        if (frame.axis() == Axis.POSE) {
            return Marks.shorten(Postures.worded(frame.posture(), where(deed, turn.text()), clause(deed, sentence)));
        }
        if (frame.axis() == Axis.COMPANION && frame.op() == Op.REMOVE) {
            return object == null ? looks.companions() : looks.companion(object);
        }
        Noun offered = looks.offered();
        boolean pointsBack = object != null && (looks.is(object, "#it") || looks.is(object, "#set"));
        if (offered != null && (pointsBack || frame.is("given_wear") || frame.is("given_main"))) {
            return offered.head();
        }
        String phrase = object == null ? "" : Marks.trim(turn.text().substring(object.start(), object.end()));
        if (frame.axis() == Axis.SCENE) {
            return scene(isPlace(frame, object) ? phrase : "", sentence);
        }
        return Marks.shorten(phrase.isEmpty() || frame.is("whole") ? clause(deed, sentence) : phrase);
    }

    /** The place, or the one before when only time or weather are new; the sentence where it tells neither. */
    private String scene(String place, Passage sentence) {
        String told = Marks.trim(turn.text().substring(sentence.start(), sentence.end()));
        String before = changes.scene().description();
        String worded = place.isEmpty()
                ? Scenes.now(changes.scene().over(looks.scene()), told)
                : Scenes.at(place, told, before, looks.scene());
        if (worded.isEmpty()) {
            worded = before.isEmpty() ? told : before;
        }
        return Marks.shorten(worded);
    }

    private String clause(Deed deed, Passage sentence) {
        List<Integer> starts = new ArrayList<>(List.of(deed.start()));
        deed.nouns().forEach(noun -> starts.add(noun.start()));
        int start = starts.stream().mapToInt(Integer::intValue).min().orElse(sentence.start());
        Noun described = deed.described();
        int end = Math.max(deed.end(), described == null ? 0 : described.end());
        String clause = Marks.trim(turn.text().substring(start, Math.min(end, sentence.end())));
        return clause.isEmpty()
                ? turn.text().substring(sentence.start(), sentence.end()).strip()
                : clause;
    }
}
