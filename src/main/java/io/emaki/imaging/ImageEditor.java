package io.emaki.imaging;

import io.emaki.hidream.CancellationToken;

/** Makes pictures on one device, one at a time. Everything but a test goes through the {@link RenderQueue}. */
public interface ImageEditor extends AutoCloseable {

    /** Makes ready what the first picture would otherwise wait for. */
    void prepare();

    /** Name and defaults of the model. */
    EditorInfo info();

    /**
     * Makes a picture on the calling thread.
     *
     * @throws PictureRejectedException when a field cannot be honoured, a reference is no picture or an adapter is missing
     * @throws RenderCancelledException when cancelled between two steps
     * @throws EditorUnavailableException when the model cannot be used
     */
    Picture render(PictureRequest request, RenderListener listener, CancellationToken cancel);

    /** Gives back native memory. */
    @Override
    void close();
}
