package io.emaki.world;

import io.emaki.world.WorldSample.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * An endless list of samples, each a function of seed and index alone, so nothing needs storing. Training and evaluation
 * share no combination of identity attributes; see {@link Identity#heldOut()}.
 *
 * <p>Of the samples 38 % are captions, 54 % edits and 8 % whole-state instructions; of the edits 60 % change one thing;
 * 70 % of the texts are English, the rest half Japanese and half Chinese.
 */
public final class WorldDataset {

    private static final double CAPTIONS = 0.38;
    private static final double EDITS = 0.54;
    private static final double ENGLISH = 0.70;

    private final long seed;
    private final boolean heldOut;

    private WorldDataset(long seed, boolean heldOut) {
        this.seed = seed;
        this.heldOut = heldOut;
    }

    public static WorldDataset training(long seed) {
        return new WorldDataset(seed, false);
    }

    public static WorldDataset evaluation(long seed) {
        return new WorldDataset(seed, true);
    }

    /** The sample at the index, in the mix of kinds and languages above. */
    public WorldSample sample(long index) {
        Dice dice = Dice.of(seed, index);
        double kind = dice.uniform();
        Language language = language(dice);
        if (kind < CAPTIONS) {
            return caption(dice, language, false);
        }
        return kind < CAPTIONS + EDITS ? edit(dice, language) : whole(dice, language);
    }

    /** A caption that names every attribute. */
    public WorldSample caption(long index, Language language) {
        return caption(Dice.of(seed, index), language, true);
    }

    /** An edit instruction, which names only what changes. */
    public WorldSample edit(long index, Language language) {
        return chain(index, 1, language).getFirst();
    }

    /** An instruction that spells out the whole wanted state. */
    public WorldSample whole(long index, Language language) {
        return whole(Dice.of(seed, index), language);
    }

    /**
     * Edits of one identity in a row, each starting from the state that the one before asked for.
     *
     * @param length number of edits, at least 1
     */
    public List<WorldSample> chain(long index, int length, Language language) {
        Dice dice = Dice.of(seed, index);
        List<WorldSample> edits = new ArrayList<>();
        edits.add(edit(dice, language));
        while (edits.size() < length) {
            WorldSample last = edits.getLast();
            State to = change(dice, last.target());
            String text = Phrasing.in(language).instruction(dice, last.target(), to);
            edits.add(new WorldSample(Kind.EDIT, language, last.identity(), last.target(), to, text));
        }
        return edits;
    }

    private WorldSample caption(Dice dice, Language language, boolean complete) {
        Identity who = identity(dice);
        State state = State.draw(dice);
        return new WorldSample(
                Kind.CAPTION, language, who, null, state, Phrasing.in(language).caption(dice, who, state, complete));
    }

    private WorldSample edit(Dice dice, Language language) {
        Identity who = identity(dice);
        State from = State.draw(dice);
        State to = change(dice, from);
        return new WorldSample(
                Kind.EDIT, language, who, from, to, Phrasing.in(language).instruction(dice, from, to));
    }

    private WorldSample whole(Dice dice, Language language) {
        Identity who = identity(dice);
        State from = State.draw(dice);
        State to = State.draw(dice);
        return new WorldSample(
                Kind.WHOLE, language, who, from, to, Phrasing.in(language).whole(dice, who, to));
    }

    static Language language(Dice dice) {
        double u = dice.uniform();
        return u < ENGLISH ? Language.ENGLISH : u < (1 + ENGLISH) / 2 ? Language.JAPANESE : Language.CHINESE;
    }

    private Identity identity(Dice dice) {
        Identity who = Identity.draw(dice);
        while (who.heldOut() != heldOut) {
            who = Identity.draw(dice);
        }
        return who;
    }

    /** Another state, as one turn of a story would change it. */
    static State change(Dice dice, State from) {
        double u = dice.uniform();
        int count = u < 0.60 ? 1 : u < 0.88 ? 2 : u < 0.97 ? 3 : 4;
        List<Axis> groups = new ArrayList<>(List.of(Axis.OUTFIT, Axis.SCENE, Axis.POSE, Axis.COMPANION));
        dice.shuffle(groups);
        State to = from;
        for (Axis group : groups.subList(0, count)) {
            to = change(dice, to, group);
        }
        return to;
    }

    /** Outfit comes with its colour and scene with the time of day in half of the cases, else one of the two changes. */
    private static State change(Dice dice, State s, Axis group) {
        double part = dice.uniform();
        return switch (group) {
            case OUTFIT -> {
                State t = part < 0.75 ? s.with(dice.other(Outfit.values(), s.outfit())) : s;
                yield part < 0.5 || part >= 0.75 ? t.with(dice.other(OutfitColour.values(), s.colour())) : t;
            }
            case SCENE -> {
                State t = part < 0.75 ? s.with(dice.other(Scene.values(), s.scene())) : s;
                yield part < 0.5 || part >= 0.75 ? t.with(dice.other(TimeOfDay.values(), s.time())) : t;
            }
            case POSE -> s.with(dice.other(Pose.values(), s.pose()));
            case COMPANION ->
                s.companion() == Companion.NONE || part < 0.5
                        ? s.with(dice.other(Companion.values(), s.companion()))
                        : s.with(Companion.NONE);
            case COLOUR, TIME ->
                throw new IllegalArgumentException("group: " + group + " changes with outfit or scene");
        };
    }
}
