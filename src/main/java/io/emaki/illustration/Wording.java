package io.emaki.illustration;

import java.util.List;

/**
 * The sentences of one language in {@code instructions.yaml}.
 *
 * @param plainOutfit what is worn in pictures when nothing is known to be worn
 * @param beforeLastThing stands before the last of several things, such as " and "
 */
record Wording(
        Edit edit,
        Picture picture,
        String plainOutfit,
        String betweenSentences,
        String betweenClauses,
        String betweenThings,
        String beforeLastThing) {

    /** One sentence for each way in which pictures differ. */
    record Edit(
            String outfitSet,
            String outfitAdd,
            String outfitRemove,
            String scene,
            String pose,
            String companionAdd,
            String companionRemove,
            String keep) {}

    /**
     * The clauses of a sentence that says everything.
     *
     * @param first begins a first portrait
     * @param again begins a picture of somebody whom a reference image shows
     * @param gone for companions whom the reference image shows and who are no longer there, while others are
     * @param alone when the reference image shows companions and nobody is there any more
     */
    record Picture(
            String first,
            String again,
            String outfit,
            String pose,
            String scene,
            String companions,
            String gone,
            String alone,
            String end) {}

    /** "A shirt, a cape and boots". */
    String list(List<String> things) {
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : String.join(betweenThings, things.subList(0, last)) + beforeLastThing + things.get(last);
    }
}
