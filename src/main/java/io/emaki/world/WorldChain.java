package io.emaki.world;

import io.emaki.world.WorldSample.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * One avatar through a chain of changes, as a story would take it: each state differs from the one before by what one
 * turn changes. Pictures of a chain serve as captions, as edits between neighbours in both directions, and as
 * whole-state instructions between any two.
 */
public record WorldChain(Identity identity, List<State> states) {

    /** Chain number {@code index} of a seed, identities of the training split only. */
    public static WorldChain training(long seed, long index, int length) {
        Dice dice = Dice.of(seed, index);
        Identity who = Identity.draw(dice);
        while (who.heldOut()) {
            who = Identity.draw(dice);
        }
        List<State> states = new ArrayList<>(List.of(State.draw(dice)));
        while (states.size() < length) {
            states.add(WorldDataset.change(dice, states.getLast()));
        }
        return new WorldChain(who, List.copyOf(states));
    }

    /** A caption of state {@code at}, worded by the salt. */
    public WorldSample caption(int at, long salt) {
        Dice dice = new Dice(salt);
        Language language = WorldDataset.language(dice);
        State state = states.get(at);
        String text = Phrasing.in(language).caption(dice, identity, state, dice.chance(0.5));
        return new WorldSample(Kind.CAPTION, language, identity, null, state, text);
    }

    /** An instruction from state {@code from} to its neighbour {@code to}; the states must differ. */
    public WorldSample edit(int from, int to, long salt) {
        Dice dice = new Dice(salt);
        Language language = WorldDataset.language(dice);
        String text = Phrasing.in(language).instruction(dice, states.get(from), states.get(to));
        return new WorldSample(Kind.EDIT, language, identity, states.get(from), states.get(to), text);
    }

    /** An instruction that spells out state {@code to} as a whole. */
    public WorldSample whole(int from, int to, long salt) {
        Dice dice = new Dice(salt);
        Language language = WorldDataset.language(dice);
        String text = Phrasing.in(language).whole(dice, identity, states.get(to));
        return new WorldSample(Kind.WHOLE, language, identity, states.get(from), states.get(to), text);
    }
}
