package io.emaki.detection;

import io.emaki.intent.Axis;
import io.emaki.intent.Detection;
import io.emaki.intent.TurnGate;
import io.emaki.intent.VisualChangeDetector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Asks a detector about labelled turns, one after the other. */
public final class DetectorEvaluation {

    private final TurnGate gate;
    private final LongSupplier nanoTime;
    private final Duration atFullSpeed;

    private final Tally overall = new Tally();
    private final Map<Axis, Tally> axes = new EnumMap<>(Axis.class);
    private final Map<String, Tally> languages = new TreeMap<>();
    private final Map<String, Tally> kinds = new TreeMap<>();
    private final Map<String, Integer> answered = new TreeMap<>();
    private final List<Confusion> confusions = new ArrayList<>();

    /**
     * @param atFullSpeed for how long the turns are read again to measure turns a second; zero for a detector that costs money, whose
     *     only pass is then what is measured
     */
    public DetectorEvaluation(TurnGate gate, LongSupplier nanoTime, Duration atFullSpeed) {
        this.gate = gate;
        this.nanoTime = nanoTime;
        this.atFullSpeed = atFullSpeed;
        for (Axis axis : Axis.values()) {
            axes.put(axis, new Tally());
        }
    }

    /**
     * To be called once.
     *
     * @param turns at least one
     * @param opening makes the detector, so that its start is measured too
     * @param progress is told how many turns are done
     */
    public DetectorReport run(
            String name, List<TurnLine> turns, Supplier<VisualChangeDetector> opening, IntConsumer progress) {
        long start = nanoTime.getAsLong();
        VisualChangeDetector detector = opening.get();
        long[] nanos = new long[turns.size()];
        long startUp = 0;
        for (int i = 0; i < turns.size(); i++) {
            long before = nanoTime.getAsLong();
            Detection detection = detector.detect(turns.get(i).turn());
            long after = nanoTime.getAsLong();
            nanos[i] = after - before;
            startUp = i == 0 ? after - start : startUp;
            answered.merge(detection.detector(), 1, Integer::sum);
            count(Comparison.of(turns.get(i), detection.changes()));
            progress.accept(i + 1);
        }
        Latency latency = latency(startUp, atFullSpeed.isZero() ? nanos : fullSpeed(detector, turns));
        return new DetectorReport(
                name,
                answered,
                overall.figures(),
                figures(axes),
                figures(languages),
                figures(kinds),
                gateFigures(),
                latency,
                List.copyOf(confusions));
    }

    private void count(Comparison compared) {
        boolean passes = gate.mayChange(compared.line().turn());
        List<Tally> groups = new ArrayList<>(List.of(overall));
        groups.add(languages.computeIfAbsent(compared.line().lang(), lang -> new Tally()));
        compared.line().tags().stream()
                .distinct()
                .forEach(tag -> groups.add(kinds.computeIfAbsent(tag, kind -> new Tally())));
        for (Tally group : groups) {
            group.turn(compared, passes);
            group.changes(compared.matches(), compared.tooMany(), compared.tooFew());
        }
        axes.forEach((axis, tally) -> tally.changes(
                compared.matches().stream()
                        .filter(match -> match.label().axis() == axis)
                        .toList(),
                compared.tooMany().stream()
                        .filter(change -> change.axis() == axis)
                        .toList(),
                compared.tooFew().stream().filter(label -> label.axis() == axis).toList()));
        if (!compared.isRight() || compared.matches().stream().anyMatch(match -> !match.named())) {
            confusions.add(Confusion.of(compared));
        }
    }

    /** Whole passes only, since turns differ in length; the first ones let the compiler do its work and do not count. */
    private long[] fullSpeed(VisualChangeDetector detector, List<TurnLine> turns) {
        passes(detector, turns);
        return passes(detector, turns);
    }

    private long[] passes(VisualChangeDetector detector, List<TurnLine> turns) {
        List<Long> nanos = new ArrayList<>();
        long start = nanoTime.getAsLong();
        while (nanos.isEmpty() || nanoTime.getAsLong() - start < atFullSpeed.toNanos()) {
            for (TurnLine line : turns) {
                long before = nanoTime.getAsLong();
                detector.detect(line.turn());
                nanos.add(nanoTime.getAsLong() - before);
            }
        }
        return nanos.stream().mapToLong(Long::longValue).toArray();
    }

    private static Latency latency(long startUp, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        double total = Math.max(1, Arrays.stream(sorted).sum());
        int last = sorted.length - 1;
        return new Latency(
                startUp / 1e6,
                sorted.length * 1e9 / total,
                sorted[last / 2] / 1e6,
                sorted[(int) Math.floor(last * 0.95)] / 1e6);
    }

    private Map<String, GateFigures> gateFigures() {
        Map<String, GateFigures> all = new LinkedHashMap<>();
        all.put("all", overall.gate());
        languages.forEach((lang, tally) -> all.put(lang, tally.gate()));
        return all;
    }

    private static Map<String, Figures> figures(Map<?, Tally> tallies) {
        Map<String, Figures> all = new LinkedHashMap<>();
        tallies.forEach((key, tally) -> all.put(key.toString().toLowerCase(Locale.ROOT), tally.figures()));
        return all;
    }
}
