package io.emaki.detection;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A turn that a detector got wrong.
 *
 * @param missed axis and op of labels that were not found
 * @param wrong axis, op and description of what was found without a label
 * @param unnamed axis, op and description of what was found but does not name the thing
 */
public record Confusion(
        String id,
        String lang,
        List<String> tags,
        String text,
        List<String> missed,
        List<String> wrong,
        List<String> unnamed) {

    static Confusion of(Comparison compared) {
        TurnLine line = compared.line();
        return new Confusion(
                line.id(),
                line.lang(),
                line.tags(),
                line.turn().text(),
                compared.tooFew().stream()
                        .map(label -> pair(label.axis(), label.op()))
                        .toList(),
                compared.tooMany().stream()
                        .map(change -> pair(change.axis(), change.op()) + ": " + change.description())
                        .toList(),
                compared.matches().stream()
                        .filter(match -> !match.named())
                        .map(match -> pair(match.label().axis(), match.label().op()) + ": "
                                + match.change().description())
                        .toList());
    }

    /** Missed first, since those are what a picture lacks. */
    String line() {
        return id + "  "
                + String.join(
                        "; ",
                        Stream.of(
                                        missed.stream().map(one -> "missed " + one),
                                        wrong.stream().map(one -> "wrong " + one),
                                        unnamed.stream().map(one -> "unnamed " + one))
                                .flatMap(lines -> lines)
                                .toList())
                + "  | " + shortened(text.replaceAll("\\s+", " "));
    }

    private static String shortened(String text) {
        return text.length() <= 90 ? text : text.substring(0, 90) + "...";
    }

    private static String pair(Enum<?> axis, Enum<?> op) {
        return (axis.name() + " " + op.name()).toLowerCase(Locale.ROOT);
    }
}
