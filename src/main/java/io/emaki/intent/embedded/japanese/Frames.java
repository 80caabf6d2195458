package io.emaki.intent.embedded.japanese;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of {@code rules.txt}. */
final class Frames {

    private static final Pattern LINE = Pattern.compile("(\\w+) (\\w+)((?: \\w+)*) / (?:(.*) / )?(.+)");

    private final Map<String, List<Frame>> byVerb = new HashMap<>();
    private final Lists lists;

    private Frames(Lists lists) {
        this.lists = lists;
    }

    static Frames read(Lists lists) {
        Frames frames = new Frames(lists);
        Lists.lines("rules.txt").forEach(frames::add);
        return frames;
    }

    /** The rules that have one of a deed's verbs, in the order in which they are written. */
    Set<Frame> of(Deed deed) {
        Set<Frame> frames = new LinkedHashSet<>();
        deed.names().forEach(name -> frames.addAll(byVerb.getOrDefault(name, List.of())));
        frames.addAll(byVerb.getOrDefault("*", List.of()));
        return frames;
    }

    boolean knows(String verb) {
        return byVerb.containsKey(verb);
    }

    private void add(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException("not a rule: " + line);
        }
        Axis axis = Axis.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
        boolean pose = axis == Axis.POSE;
        Op op = pose ? Op.SET : Op.valueOf(parts.group(2).toUpperCase(Locale.ROOT));
        Set<String> flags = Set.of(parts.group(3).strip().split(" "));
        List<Frame.Slot> slots = new ArrayList<>();
        if (parts.group(4) != null) {
            for (String slot : parts.group(4).split(" / ")) {
                slots.add(slot(slot));
            }
        }
        Set<String> verbs = new HashSet<>();
        for (String verb : parts.group(5).split("[+ ]+")) {
            verbs.addAll(verb.startsWith("@") ? lists.words(verb.substring(1)) : Set.of(verb));
        }
        Frame frame = new Frame(axis, op, pose ? parts.group(2) : "", flags, slots, verbs);
        verbs.forEach(
                verb -> byVerb.computeIfAbsent(verb, any -> new ArrayList<>()).add(frame));
    }

    private static Frame.Slot slot(String written) {
        String[] parts = written.strip().split(" ");
        String nouns = parts[0];
        boolean object = nouns.startsWith("$");
        boolean absent = nouns.startsWith("!");
        return new Frame.Slot(
                object,
                absent,
                List.of((object || absent ? nouns.substring(1) : nouns).split("\\+")),
                parts.length > 1 ? Set.of(parts[1].split(",")) : Set.of());
    }
}
