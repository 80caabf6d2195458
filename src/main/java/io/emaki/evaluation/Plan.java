package io.emaki.evaluation;

import io.emaki.world.Language;
import io.emaki.world.StyleBlend;
import io.emaki.world.WorldDataset;
import io.emaki.world.WorldSample;
import java.util.List;

/**
 * What is drawn. The same plan gives the same tasks whatever model paints them.
 *
 * @param seed which avatars, states and words
 * @param edits single edits of our own drawings
 * @param captions pictures from a caption that names everything
 * @param chains chains of three edits
 * @param wanted styles that the style score looks for; plain is none
 * @param size side of the pictures, pixels
 * @param languages of the texts, in turn
 */
public record Plan(
        long seed, int edits, int captions, int chains, List<StyleBlend> wanted, int size, List<Language> languages) {

    static final int CHAIN_EDITS = 3;
    private static final long SEEDS = Long.MAX_VALUE >> 1;

    public Plan {
        notNegative("edits", edits);
        notNegative("captions", captions);
        notNegative("chains", chains);
        wanted = List.copyOf(wanted);
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("languages: at least one is needed");
        }
    }

    private static void notNegative(String name, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(name + ": must not be negative, not " + count);
        }
    }

    /** Pictures that each painter will paint. */
    public int pictures() {
        return edits + captions + CHAIN_EDITS * chains;
    }

    int count(Part part) {
        return switch (part) {
            case EDIT -> edits;
            case CAPTION -> captions;
            case CHAIN -> chains;
        };
    }

    /** Tasks of different parts share no avatar, since their places in the data differ. */
    Task task(Part part, int index) {
        long place = (long) index * Part.values().length + part.ordinal();
        Language language = languages.get(index % languages.size());
        WorldDataset data = WorldDataset.evaluation(seed);
        List<WorldSample> samples = switch (part) {
            case EDIT -> List.of(data.edit(place, language));
            case CAPTION -> List.of(data.caption(place, language));
            case CHAIN -> data.chain(place, CHAIN_EDITS, language);
        };
        return new Task(part, index, samples, (seed * 1_000_003 + place) & SEEDS);
    }
}
