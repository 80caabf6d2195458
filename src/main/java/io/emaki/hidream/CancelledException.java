package io.emaki.hidream;

/** The caller cancelled between two steps; no picture was made. */
public final class CancelledException extends HiDreamException {

    private static final long serialVersionUID = 1L;

    public CancelledException(int step, int steps) {
        super("cancelled after step " + step + " of " + steps);
    }
}
