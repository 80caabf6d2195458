package io.emaki.imaging;

/** Hears how a picture comes along, on the device's thread: a slow listener slows the picture. */
public interface RenderListener {

    /** The device has turned to this picture. */
    default void started() {}

    default void step(RenderProgress progress) {}

    static RenderListener silent() {
        return new RenderListener() {};
    }
}
