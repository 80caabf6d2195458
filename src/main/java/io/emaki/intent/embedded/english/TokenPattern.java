package io.emaki.intent.embedded.english;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** A pattern over tokens, matched by backtracking. */
final class TokenPattern {

    /** Where a pattern matched; {@code object} is the token that the rule is about, or -1. */
    record Match(int start, int end, int object) {}

    private static final class State {
        final Sentence sentence;
        int object = -1;
        int end;

        State(Sentence sentence) {
            this.sentence = sentence;
        }
    }

    interface Element {}

    /** {@code min} to {@code max} tokens of some kinds. */
    record Step(BitSet kinds, int min, int max, boolean object) implements Element {}

    record Not(BitSet kinds) implements Element {}

    record NotBefore(BitSet kinds) implements Element {}

    record Edge(boolean start) implements Element {}

    record Choice(List<List<Element>> ways) implements Element {}

    private final List<Element> elements;
    /** One of these has to occur, for each set. */
    private final List<BitSet> needed = new ArrayList<>();

    TokenPattern(List<Element> elements) {
        this.elements = List.copyOf(elements);
        for (Element element : elements) {
            BitSet required = required(element);
            if (!required.isEmpty()) {
                needed.add(required);
            }
        }
        needed.sort(Comparator.comparingInt(BitSet::cardinality));
    }

    /** Kinds of which an element needs one, or none where it can do without. */
    private static BitSet required(Element element) {
        if (element instanceof Step step && step.min() > 0) {
            return step.kinds();
        }
        BitSet all = new BitSet();
        if (element instanceof Choice choice) {
            for (List<Element> way : choice.ways()) {
                BitSet first = way.stream()
                        .map(TokenPattern::required)
                        .filter(kinds -> !kinds.isEmpty())
                        .findFirst()
                        .orElse(new BitSet());
                if (first.isEmpty()) {
                    return first;
                }
                all.or(first);
            }
        }
        return all;
    }

    List<Match> all(Sentence sentence, BitSet present) {
        for (BitSet set : needed) {
            if (!set.intersects(present)) {
                return List.of();
            }
        }
        List<Match> found = new ArrayList<>();
        for (int start = 0; start < sentence.size(); start++) {
            State state = new State(sentence);
            if (match(elements, 0, start, state) && state.end > start) {
                found.add(new Match(start, state.end, state.object));
                start = state.end - 1;
            }
        }
        return found;
    }

    boolean occurs(Sentence sentence, BitSet present) {
        return !all(sentence, present).isEmpty();
    }

    private static boolean match(List<Element> elements, int index, int at, State state) {
        if (index == elements.size()) {
            state.end = at;
            return true;
        }
        Sentence sentence = state.sentence;
        return switch (elements.get(index)) {
            case Step step -> {
                int count = 0;
                int limit = Math.min(step.max(), sentence.size() - at);
                while (true) {
                    if (count >= step.min() && match(elements, index + 1, at + count, state)) {
                        if (step.object() && count > 0 && state.object < 0) {
                            state.object = at + count - 1;
                        }
                        yield true;
                    }
                    if (count >= limit || !step.kinds().get(sentence.kind(at + count))) {
                        yield false;
                    }
                    count++;
                }
            }
            case Not not ->
                (at >= sentence.size() || !not.kinds().get(sentence.kind(at))) && match(elements, index + 1, at, state);
            case NotBefore not ->
                (at == 0 || !not.kinds().get(sentence.kind(at - 1))) && match(elements, index + 1, at, state);
            case Edge edge -> at == (edge.start() ? 0 : sentence.size()) && match(elements, index + 1, at, state);
            case Choice choice -> {
                for (List<Element> way : choice.ways()) {
                    List<Element> rest = new ArrayList<>(way);
                    rest.addAll(elements.subList(index + 1, elements.size()));
                    if (match(rest, 0, at, state)) {
                        yield true;
                    }
                }
                yield false;
            }
            default -> throw new IllegalStateException("unknown element");
        };
    }
}
