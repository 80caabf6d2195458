package io.emaki.intent.embedded.chinese;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which letters a pattern cannot do without: for each part of it that has to match, the letters that this part can start with.
 * A sentence without any of them needs no search.
 */
final class FirstLetters {

    private final String pattern;
    private int at;

    private FirstLetters(String pattern) {
        this.pattern = pattern;
    }

    static List<BitSet> of(String pattern) {
        return new FirstLetters(pattern).sequence();
    }

    /** One choice up to its end or a bar; for a choice of several, what all of them may start with. */
    private List<BitSet> sequence() {
        List<BitSet> needed = parts();
        if (at >= pattern.length() || pattern.charAt(at) != '|') {
            return needed;
        }
        BitSet any = needed.isEmpty() ? null : (BitSet) needed.getFirst().clone();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            List<BitSet> other = parts();
            if (other.isEmpty() || any == null) {
                any = null;
            } else {
                any.or(other.getFirst());
            }
        }
        return any == null ? List.of() : List.of(any);
    }

    private List<BitSet> parts() {
        List<BitSet> needed = new ArrayList<>();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            BitSet part = part();
            boolean optional = quantified();
            if (part != null && !optional) {
                needed.add(part);
            }
        }
        return needed;
    }

    private @Nullable BitSet part() {
        return switch (pattern.charAt(at)) {
            case '(' -> group();
            case '[' -> letters();
            case '^', '$', '.' -> {
                at++;
                yield null;
            }
            case '\\' -> {
                at += 2;
                yield null;
            }
            default -> {
                BitSet one = new BitSet();
                one.set(pattern.charAt(at++));
                yield one;
            }
        };
    }

    private @Nullable BitSet group() {
        boolean behind = pattern.startsWith("(?<=", at) || pattern.startsWith("(?<!", at);
        boolean ahead = pattern.startsWith("(?=", at) || pattern.startsWith("(?!", at);
        boolean named = !behind && pattern.startsWith("(?<", at);
        boolean marked = pattern.startsWith("(?", at);
        at = named ? pattern.indexOf('>', at) + 1 : at + (behind ? 4 : marked ? 3 : 1);
        List<BitSet> inside = sequence();
        at++;
        return ahead || behind || inside.isEmpty() ? null : inside.getFirst();
    }

    private @Nullable BitSet letters() {
        int end = at + 1;
        boolean plain = pattern.charAt(end) != '^';
        BitSet set = new BitSet();
        while (pattern.charAt(end) != ']') {
            boolean escape = pattern.charAt(end) == '\\';
            plain &= !escape && pattern.charAt(end) != '-';
            end += escape ? 1 : 0;
            set.set(pattern.charAt(end++));
        }
        at = end + 1;
        return plain ? set : null;
    }

    /** Steps over a quantifier; whether it lets the part be missing. */
    private boolean quantified() {
        if (at >= pattern.length()) {
            return false;
        }
        char mark = pattern.charAt(at);
        if (mark == '{') {
            boolean none = pattern.charAt(at + 1) == '0';
            at = pattern.indexOf('}', at) + 1;
            lazy();
            return none;
        }
        if (mark == '?' || mark == '*' || mark == '+') {
            at++;
            lazy();
        }
        return mark == '?' || mark == '*';
    }

    private void lazy() {
        if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
            at++;
        }
    }
}
