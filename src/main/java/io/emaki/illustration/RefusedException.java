package io.emaki.illustration;

/** The policy does not let this be drawn; no retry helps. */
final class RefusedException extends RuntimeException {

    RefusedException(String why) {
        super(why);
    }
}
