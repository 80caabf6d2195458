package io.emaki.evaluation;

import java.util.ArrayList;
import java.util.List;

/** What an evaluation on the world found. Filled from several threads. */
public final class WorldScores {

    private final Scores edits = new Scores();
    private final Scores captions = new Scores();
    private final Scores chains = new Scores();
    private Share style = Share.NONE;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Miss> misses = new ArrayList<>();

    synchronized void add(GradedPicture graded) {
        switch (graded.part()) {
            case EDIT -> edits.add(graded.grade(), graded.task().asked());
            case CAPTION -> captions.add(graded.grade(), graded.task().asked());
            case CHAIN_END -> chains.add(graded.grade(), graded.task().asked());
        }
        if (graded.part() == Part.EDIT) {
            seconds.add(graded.seconds());
            style = style.plus(graded.inStyle());
        }
        if (!graded.grade().allRight()) {
            misses.add(Miss.of(graded));
        }
    }

    /** Single edits of our own drawings. */
    public synchronized Scores edits() {
        return edits;
    }

    /** Pictures from captions. */
    public synchronized Scores captions() {
        return captions;
    }

    /** Pictures after three edits in a row, each of the picture before. */
    public synchronized Scores chains() {
        return chains;
    }

    /** Edits whose picture is nearer to the wanted style than to any other. */
    public synchronized Share style() {
        return style;
    }

    /** Pictures on which something was wrong, in the order in which they were graded. */
    public synchronized List<Miss> misses() {
        return List.copyOf(misses);
    }

    /** Median seconds an edit; NaN without edits. */
    public synchronized double secondsPerEdit() {
        if (seconds.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = seconds.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
