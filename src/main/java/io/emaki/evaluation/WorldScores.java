package io.emaki.evaluation;

import io.emaki.world.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What an evaluation found of one entrant. Filled from several threads. */
public final class WorldScores {

    private final Map<Part, Scores> parts = new EnumMap<>(Part.class);
    private final Map<Language, Share> languages = new EnumMap<>(Language.class);
    private final List<Double> seconds = new ArrayList<>();
    private final List<Miss> misses = new ArrayList<>();
    private Share style = Share.NONE;

    WorldScores() {
        for (Part part : Part.values()) {
            parts.put(part, new Scores());
        }
    }

    synchronized void add(GradedPicture graded) {
        Task task = graded.task();
        of(task.part()).add(graded);
        if (task.part() == Part.EDIT) {
            seconds.add(graded.seconds());
            languages.merge(task.last().language(), Share.of(Scores.followed(graded)), Share::plus);
            if (graded.inStyle() != null) {
                style = style.plus(Share.of(graded.inStyle()));
            }
        }
        if (!graded.grade().allRight()) {
            misses.add(Miss.of(graded));
        }
    }

    /** Single edits of our own drawings. */
    synchronized Scores edits() {
        return of(Part.EDIT);
    }

    /** Pictures from captions. */
    synchronized Scores captions() {
        return of(Part.CAPTION);
    }

    /** Pictures after three edits in a row, each of the picture before. */
    synchronized Scores chains() {
        return of(Part.CHAIN);
    }

    private Scores of(Part part) {
        return parts.getOrDefault(part, new Scores());
    }

    /** Edits whose picture is nearer to a wanted style than to the plain one. */
    synchronized Share style() {
        return style;
    }

    /** Edits in each language that follow the whole instruction. */
    synchronized Map<Language, Share> languages() {
        return Map.copyOf(languages);
    }

    /** What went wrong in the first pictures on which something did: edits, then captions, then chains; one a line. */
    public synchronized List<String> misses(int limit) {
        return misses.stream()
                .sorted(Comparator.comparing(Miss::task))
                .limit(limit)
                .map(Miss::line)
                .toList();
    }

    /** Median of the single edits. */
    synchronized OptionalDouble secondsPerEdit() {
        List<Double> sorted = seconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }
}
