package io.emaki.intent;

/**
 * One change that a turn makes to a persona's appearance.
 *
 * @param description what to draw, or for {@link Op#REMOVE} what to leave out, in the language of the turn; 1 to 300 characters
 * @param evidence the part of the turn's text that says so, exactly as it stands there; 1 to 2,000 characters
 * @param confidence 0 to 1
 */
public record VisualChange(Axis axis, Op op, String description, String evidence, double confidence) {

    public static final int LONGEST_DESCRIPTION = 300;
    public static final int LONGEST_EVIDENCE = 2_000;

    /** @throws IllegalArgumentException if the axis has no such op or a value is out of its range */
    public VisualChange {
        if (!axis.allows(op)) {
            throw new IllegalArgumentException("op must be one that " + axis + " allows, not " + op);
        }
        checkLength("description", description, LONGEST_DESCRIPTION);
        checkLength("evidence", evidence, LONGEST_EVIDENCE);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1, not " + confidence);
        }
    }

    private static void checkLength(String field, String value, int longest) {
        if (value.isBlank() || value.length() > longest) {
            throw new IllegalArgumentException(field + " must have 1 to " + longest + " characters, not "
                    + value.strip().length());
        }
    }
}
