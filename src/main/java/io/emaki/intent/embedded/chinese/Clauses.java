package io.emaki.intent.embedded.chinese;

/** Where clauses start and end; they are what commas and dashes separate. */
final class Clauses {

    private static final String MARKS = "，,。！!？?；;…—~～）)（(“”「」『』：:\n*";

    private Clauses() {}

    static int start(String text, int at) {
        int start = at;
        while (start > 0 && MARKS.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    static int end(String text, int at) {
        return end(text, at, text.length());
    }

    static int end(String text, int at, int limit) {
        int end = Math.min(at, limit);
        while (end < limit && MARKS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
