package io.emaki.imaging;

/** What an editor outside this package throws when it is cancelled. */
public final class Cancelled {

    private Cancelled() {}

    public static RenderCancelledException exception() {
        return new RenderCancelledException("cancelled between two steps");
    }
}
