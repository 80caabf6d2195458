package io.emaki.intent.gate;

/** The part of a turn that belongs to the story. */
public final class Story {

    private Story() {}

    /** The text with a space in place of whatever is meant for nobody in the story, such as an aside between players. */
    public static String of(String text) {
        return TurnForm.of(text).story();
    }
}
