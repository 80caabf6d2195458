package io.emaki.imaging;

/** Who may see what an adapter tends to draw. */
public enum Rating {
    SFW,
    MATURE
}
