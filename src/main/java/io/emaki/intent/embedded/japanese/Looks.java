package io.emaki.intent.embedded.japanese;

import io.emaki.intent.Op;
import io.emaki.intent.PersonaView;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The persona before the turn, and which nouns of the turn belong to it. */
final class Looks {

    private final PersonaView persona;
    private final Lists lists;
    private final Cast cast;
    private final boolean byUser;
    private @Nullable Noun offered;

    Looks(PersonaView persona, String speaker, Lists lists, Cast cast) {
        this.persona = persona;
        this.lists = lists;
        this.cast = cast;
        this.byUser = speaker.equals("user");
    }

    /** Whether a noun is of a class ({@code @wear}), of one that only this turn knows ({@code #worn}), or that word. */
    boolean is(Noun noun, String name) {
        return switch (name) {
            case "*" -> true;
            case "#worn" -> isWorn(noun);
            case "#wearing" -> isAttire(noun, "wear");
            case "#dressed" -> isAttire(noun, "main");
            case "#it" -> offered != null && pointsBack(noun) && lists.is(offered, "wear");
            case "#set" -> offered != null && pointsBack(noun) && lists.is(offered, "main");
            case "#companion" -> cast.isCompanion(noun);
            case "#alike" -> cast.isBeing(noun) && !cast.isPersona(noun) && resembles(noun);
            case "#being" -> cast.isBeing(noun) && !cast.isPersona(noun) && !cast.isUser(noun);
            case "#thing" -> !cast.isBeing(noun) && !cast.isPersona(noun) && !lists.is(noun, "body");
            case "#persona" -> cast.isPersona(noun);
            default ->
                name.startsWith("@")
                        ? lists.is(noun, name.substring(1)) || isPartOf(noun, name.substring(1))
                        : noun.head().equals(name) || noun.last().equals(name);
        };
    }

    /** A companion goes by other words as well, which share a letter: 師匠 and 老師. */
    private boolean resembles(Noun noun) {
        return noun.head()
                .chars()
                .anyMatch(letter -> letter >= '一' && companions().indexOf(letter) >= 0);
    }

    /** A part of a place is a place: 灯台のてっぺん. */
    private boolean isPartOf(Noun noun, String name) {
        Noun owner = noun.owner();
        return owner != null
                && (name.equals("place") || name.equals("vehicle"))
                && lists.is(noun, "part")
                && lists.is(owner, name);
    }

    /** エプロン姿 says that the apron is on. */
    private boolean isAttire(Noun noun, String name) {
        String head = noun.head();
        return head.length() > 2 && head.endsWith("姿") && lists.is(head.substring(0, head.length() - 1), name);
    }

    private boolean isWorn(Noun noun) {
        return persona.outfit().contains(noun.head())
                || (noun.last().length() > 1 && persona.outfit().contains(noun.last()));
    }

    /** Whether a noun says that it is the persona's, for what others do to it. */
    boolean concerns(Deed deed) {
        boolean others = false;
        for (Noun noun : deed.nouns()) {
            if (cast.isPersona(noun) || (lists.is(noun, "body") && names(noun.whose()))) {
                return true;
            }
            others |= cast.isBeing(noun) || (!noun.whose().isEmpty() && lists.is(noun, "body"));
        }
        return byUser && !others && deed.nouns().stream().anyMatch(noun -> lists.is(noun, "body"));
    }

    private boolean names(String whose) {
        String owner = whose.replaceAll("の$", "");
        return !owner.isEmpty() && cast.isPersona(new Noun(owner, owner, "", "", 0, 0, false));
    }

    /** The last clothes that the turn before speaks of. */
    void offer(Noun garment) {
        offered = garment;
    }

    /** Whether the turn before offers clothes of a class that the persona does not wear yet. */
    boolean isOffered(String name) {
        Noun garment = offered;
        return garment != null && lists.is(garment, name) && !isWorn(garment);
    }

    @Nullable
    Noun offered() {
        return offered;
    }

    boolean isNews(Frame frame, @Nullable Noun object, Set<String> postures) {
        String head = object == null ? "" : object.head();
        return switch (frame.axis()) {
            case POSE -> !postures.contains(frame.posture());
            case SCENE -> head.isEmpty() || !persona.scene().contains(head);
            case OUTFIT -> frame.op() == Op.REMOVE || !persona.outfit().contains(head);
            case COMPANION ->
                object == null
                        ? company() > 0
                        : (frame.op() == Op.REMOVE) == cast.isCompanion(object) && !cast.isPersona(object);
        };
    }

    /** The companion that a noun names, as the persona knows it. */
    String companion(Noun noun) {
        List<String> known = persona.companions();
        return known.stream()
                .filter(companion -> companion.contains(noun.last())
                        || Cast.parts(Collections.singletonList(companion)).contains(noun.head()))
                .findFirst()
                .orElse(noun.head());
    }

    /** Whether a noun points back to what the turn before speaks of. */
    private static boolean pointsBack(Noun noun) {
        return Set.of("それ", "これ", "そいつ", "こいつ", "そちら").contains(noun.head());
    }

    String companions() {
        return String.join("、", persona.companions());
    }

    int company() {
        return persona.companions().size();
    }

    String scene() {
        return persona.scene();
    }
}
