package io.emaki.intent.llm;

/** A model answered with something that is not what was asked for. */
final class UnreadableAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String message) {
        super(message);
    }
}
