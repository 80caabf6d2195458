package io.emaki.intent.embedded.japanese;

import io.emaki.intent.TurnText;
import io.emaki.intent.embedded.text.Passage.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is who in a turn, and whom it speaks of where it names nobody. */
final class Cast {

    private final TurnText turn;
    private final Lists lists;
    private final List<String> own;
    private final List<String> companions;
    private Who topic;

    Cast(TurnText turn, Lists lists) {
        this.turn = turn;
        this.lists = lists;
        this.own = parts(List.of(turn.persona().name()));
        this.companions = parts(turn.persona().companions());
        this.topic = byDefault();
    }

    private Who byDefault() {
        return turn.speaker().equals("user") ? Who.OTHER : Who.PERSONA;
    }

    /** A name, what follows its title, and what comes before its honorific: 陰陽師・晴暁, 猫又のたま. */
    static List<String> parts(List<String> names) {
        List<String> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(name);
            for (String part : name.split("[・の\\s、（）()]")) {
                parts.add(part);
                parts.add(part.replaceAll("[\\u4E00-\\u9FFFぁ-ん]+(?=[ァ-ヶー]+$)", ""));
            }
        }
        return parts.stream()
                .filter(part -> part.length() > 1 || (part.length() == 1 && part.charAt(0) >= '一'))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** Names that the dictionary may tear apart. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (String part : own) {
            names.add(part);
        }
        for (String part : companions) {
            if (part.length() > 1 && !part.contains("の") && !lists.is(part, "being")) {
                names.add(part);
            }
        }
        names.sort(Comparator.comparing(String::length).reversed());
        return names;
    }

    /** @return nothing for what says nothing about who acts, such as a part of the body */
    @Nullable
    Who who(Noun noun) {
        String head = bare(noun.head());
        boolean persona = turn.speaker().equals("persona");
        if (own.contains(head) || own.contains(noun.head())) {
            return Who.PERSONA;
        }
        if (lists.words("we").contains(head)) {
            return Who.TOGETHER;
        }
        if (lists.words("i").contains(head)) {
            return turn.speaker().equals("user") ? Who.OTHER : Who.PERSONA;
        }
        if (lists.words("you").contains(head)) {
            return persona ? Who.OTHER : Who.PERSONA;
        }
        if (lists.words("he").contains(head)) {
            return turn.speaker().equals("user") || topic == Who.PERSONA ? Who.PERSONA : topic;
        }
        if (isCompanion(noun) || isBeing(noun)) {
            return Who.OTHER;
        }
        if (lists.is(noun, "body") || lists.is(noun, "time") || lists.is(noun, "here")) {
            return null;
        }
        return Who.THING;
    }

    boolean isPersona(Noun noun) {
        return who(noun) == Who.PERSONA;
    }

    boolean isBeing(Noun noun) {
        return lists.is(noun, "being")
                || isCompanion(noun)
                || !bare(noun.head()).equals(noun.head());
    }

    boolean isCompanion(Noun noun) {
        return companions.contains(noun.head())
                || companions.contains(bare(noun.head()))
                || (companions.contains(noun.last()) && lists.is(noun, "being"));
    }

    boolean isUser(Noun noun) {
        Set<String> words = lists.words(turn.speaker().equals("persona") ? "you" : "i");
        return words.contains(bare(noun.head()));
    }

    private static String bare(String head) {
        return head.length() < 2 ? head : head.replaceAll("(?<=.)(さん|くん|君|ちゃん|さま|様|殿|たち|達|ら|先生|自身)$", "");
    }

    Who topic() {
        return topic;
    }

    /** Whom the sentences that follow are about. */
    void speakOf(Who who) {
        if (who != Who.THING) {
            topic = who;
        }
    }

    /** A new passage of a persona's turn is about the persona again. */
    void start(Kind kind) {
        if (kind != Kind.NARRATION || !turn.speaker().equals("narrator")) {
            topic = kind == Kind.SPEECH ? byDefault() : topic == Who.TOGETHER ? topic : byDefault();
        }
    }
}
