package io.emaki.world;

import io.emaki.world.EnglishWords.Form;
import java.util.ArrayList;
import java.util.List;

final class EnglishPhrasing implements Phrasing {

    static final EnglishPhrasing INSTANCE = new EnglishPhrasing();

    private static final double LEFT_OUT = 0.12;
    private static final List<String> KEEP = List.of(
            "keep everything else the same",
            "keep everything else unchanged",
            "keep everything else",
            "leave the rest as it is",
            "do not change anything else",
            "everything else stays the same");
    private static final List<String> BESIDE = List.of(
            "with {x} next to {o}", "with {x} beside {o}", "together with {x}", "accompanied by {x}", "with {x}");
    private static final List<String> ALONE = List.of("alone", "with nobody else");
    private static final List<String> WHOLE = List.of(
            "show {o} ",
            "the same person, ",
            "draw {o} again, ",
            "redraw {o} ",
            "now {s} {is} ",
            "a new picture of {o}, ",
            "{s} {is} ");

    private EnglishPhrasing() {}

    @Override
    public String caption(Dice dice, Identity who, State state, boolean complete) {
        Pronoun pronoun = Pronoun.draw(dice);
        List<String> looks = looks(dice, who, pronoun, complete);
        List<String> clauses = clauses(dice, state, pronoun, complete);
        if (dice.chance(0.12)) {
            List<String> tags = new ArrayList<>(looks);
            tags.addAll(clauses);
            return pronoun.noun().replaceFirst("^an? ", "") + ", " + String.join(", ", tags);
        }
        String subject = pronoun.noun() + (looks.isEmpty() ? "" : " with " + EnglishWords.list(looks));
        String text = subject + (clauses.isEmpty() ? "" : ", " + String.join(", ", clauses));
        if (dice.chance(0.2)) {
            text = dice.pick(List.of("a picture of ", "an illustration of ")) + text;
        }
        return finish(dice, text);
    }

    private static List<String> looks(Dice dice, Identity who, Pronoun pronoun, boolean complete) {
        List<String> looks = new ArrayList<>();
        List<String> all = new ArrayList<>(List.of(
                EnglishWords.hair(dice, who.hairStyle(), who.hairColour()),
                EnglishWords.pick(dice, who.eyes().words()),
                EnglishWords.pick(dice, who.skin().words())));
        if (who.accessory() != Accessory.NONE) {
            all.add(Phrasing.fill(EnglishWords.pick(dice, who.accessory().words()), "p", pronoun.possessive()));
        } else if (dice.chance(0.1)) {
            all.add("no accessories");
        }
        for (String look : all) {
            if (complete || !dice.chance(LEFT_OUT)) {
                looks.add(look);
            }
        }
        if (dice.chance(0.5)) {
            dice.shuffle(looks);
        }
        return looks;
    }

    private static List<String> clauses(Dice dice, State state, Pronoun pronoun, boolean complete) {
        List<String> clauses = new ArrayList<>();
        add(
                clauses,
                dice,
                complete,
                dice.pick(List.of("wearing ", "wearing ", "dressed in ", "in "))
                        + EnglishWords.outfit(dice, state.outfit(), state.colour()));
        add(clauses, dice, complete, EnglishWords.pose(dice, state.pose(), Form.PARTICIPLE, pronoun));
        add(
                clauses,
                dice,
                complete,
                EnglishWords.place(dice, state.scene()) + " " + EnglishWords.when(dice, state.time()));
        if (state.companion() != Companion.NONE) {
            clauses.add(pronoun.fill(
                    Phrasing.fill(dice.pick(BESIDE), "x", EnglishWords.companion(dice, state.companion()))));
        } else if (dice.chance(0.3)) {
            clauses.add(dice.pick(ALONE));
        }
        if (dice.chance(0.5)) {
            dice.shuffle(clauses);
        }
        return clauses;
    }

    private static void add(List<String> clauses, Dice dice, boolean complete, String clause) {
        if (complete || !dice.chance(LEFT_OUT)) {
            clauses.add(clause);
        }
    }

    @Override
    public String whole(Dice dice, Identity who, State state) {
        Pronoun pronoun = Pronoun.draw(dice);
        String text = pronoun.fill(dice.pick(WHOLE)) + String.join(", ", clauses(dice, state, pronoun, true));
        if (dice.chance(0.35)) {
            text += ", with " + EnglishWords.list(looks(dice, who, pronoun, true));
        }
        return finish(dice, text);
    }

    @Override
    public String instruction(Dice dice, State from, State to) {
        Pronoun pronoun = Pronoun.draw(dice);
        List<String> parts = EnglishEdits.clauses(dice, from, to, pronoun);
        dice.shuffle(parts);
        if (parts.size() > 1 && dice.chance(0.35)) {
            String joined = EnglishWords.list(parts);
            return keep(dice, finish(dice, joined));
        }
        if (parts.size() > 1 && dice.chance(0.25)) {
            return keep(dice, finish(dice, String.join(", ", parts)));
        }
        boolean plain = dice.chance(0.8);
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(plain ? EnglishWords.capital(part) + "." : part + (parts.size() > 1 ? "." : ""));
        }
        return keep(dice, text.toString());
    }

    private static String keep(Dice dice, String text) {
        if (!dice.chance(0.3)) {
            return text;
        }
        String keep = dice.pick(KEEP);
        return text.endsWith(".") ? text + " " + EnglishWords.capital(keep) + "." : text + ", " + keep;
    }

    private static String finish(Dice dice, String text) {
        return dice.chance(0.8) ? EnglishWords.capital(text) + "." : text;
    }
}
