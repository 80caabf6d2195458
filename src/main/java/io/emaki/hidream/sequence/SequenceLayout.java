package io.emaki.hidream.sequence;

import java.util.List;

/**
 * The whole token sequence of one forward: AR tokens (chat template with image placeholders, up to
 * {@code <|boi_token|>}), then the gen part: {@code <|tms_token|>}, target patches, patches of each reference.
 *
 * @param ids ids of the AR tokens and the time token, length arLength + 1
 * @param positions three rows (time, height, width) over the whole sequence
 * @param visual indexes of the image placeholders among the AR tokens
 * @param targetTokens patches of the target
 * @param referenceTokens patches of all references together
 */
public record SequenceLayout(long[] ids, long[][] positions, long[] visual, int targetTokens, int referenceTokens) {

    /** Where the target grid starts on every axis (the official {@code fix_point}). */
    static final int TARGET_START = 4096;

    /** Tokens before the time token, causal among themselves. */
    public int arLength() {
        return ids.length - 1;
    }

    /** The time token, the target and the references; they attend to everything. */
    public int genLength() {
        return 1 + targetTokens + referenceTokens;
    }

    public int length() {
        return arLength() + genLength();
    }

    /**
     * Positions as {@code get_rope_index_fix_point} counts them: text counts up by one on all axes; an image in the chat
     * takes its grid at the running position and the count goes on after its largest coordinate; the target grid starts
     * at 4096; each reference grid starts after the largest coordinate of the grid before it.
     *
     * @param views grids of the references as the vision tower sees them, in the order of their placeholders
     * @param references grids of the references' own patches
     */
    public static SequenceLayout of(long[] ids, int imagePadId, List<Grid> views, Grid target, List<Grid> references) {
        int referenceTokens = references.stream().mapToInt(Grid::tokens).sum();
        int viewTokens = views.stream().mapToInt(Grid::tokens).sum();
        long[][] positions = new long[3][ids.length + target.tokens() + referenceTokens];
        long[] visual = new long[viewTokens];
        int view = 0;
        int seen = 0;
        int index = 0;
        long next = 0;
        while (index < ids.length) {
            if (ids[index] != imagePadId) {
                for (long[] axis : positions) {
                    axis[index] = next;
                }
                index++;
                next++;
                continue;
            }
            Grid grid = views.get(view++);
            for (int i = 0; i < grid.tokens(); i++) {
                visual[seen++] = (long) index + i;
            }
            next = place(positions, index, grid, next);
            index += grid.tokens();
        }
        if (view != views.size()) {
            throw new IllegalArgumentException("the text has " + view + " image blocks for " + views.size() + " views");
        }
        next = place(positions, index, target, TARGET_START);
        index += target.tokens();
        for (Grid grid : references) {
            next = place(positions, index, grid, next);
            index += grid.tokens();
        }
        return new SequenceLayout(ids, positions, visual, target.tokens(), referenceTokens);
    }

    private static long place(long[][] positions, int index, Grid grid, long start) {
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int at = index + row * grid.columns() + column;
                positions[0][at] = start;
                positions[1][at] = start + row;
                positions[2][at] = start + column;
            }
        }
        return start + Math.max(grid.rows(), grid.columns());
    }

    /** The official {@code token_types}: 0 for AR tokens, 1 for gen tokens. */
    public int[] tokenTypes() {
        int[] types = new int[length()];
        java.util.Arrays.fill(types, arLength(), types.length, 1);
        return types;
    }
}
