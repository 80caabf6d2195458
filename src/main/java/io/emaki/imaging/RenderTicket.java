package io.emaki.imaging;

import io.emaki.hidream.CancellationToken;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A picture that was taken into the queue. */
public final class RenderTicket {

    private final RenderQueue queue;
    private final PictureRequest request;
    private final RenderListener listener;
    private final CancellationToken token = new CancellationToken();
    private final CompletableFuture<Picture> result = new CompletableFuture<>();

    RenderTicket(RenderQueue queue, PictureRequest request, RenderListener listener) {
        this.queue = queue;
        this.request = request;
        this.listener = listener;
        result.whenComplete((picture, failure) -> {
            if (result.isCancelled()) {
                cancel();
            }
        });
    }

    /** 0 while it is made and after that, 1 for the next one to be made, and so on. */
    public int position() {
        return queue.position(this);
    }

    /** Gives the place back; a picture that is being made stops before its next step. Has no effect on a finished one. */
    public void cancel() {
        token.cancel();
        queue.drop(this);
    }

    /**
     * The picture, or an {@link ImagingException} as the cause of the failure. Completed on a thread of its own, so that
     * what depends on it does not hold up the device. Cancelling it cancels the picture.
     */
    public CompletableFuture<Picture> result() {
        return result;
    }

    /**
     * Waits for the picture. An interrupt cancels it.
     *
     * @throws ImagingException as {@link ImageEditor#render} says
     */
    public Picture await() {
        try {
            return result.get();
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            throw new RenderCancelledException("the wait for the picture was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ImagingException expected) {
                throw expected;
            }
            throw new IllegalStateException("the picture could not be made", e.getCause());
        }
    }

    PictureRequest request() {
        return request;
    }

    RenderListener listener() {
        return listener;
    }

    CancellationToken token() {
        return token;
    }

    void complete(Picture picture) {
        Thread.startVirtualThread(() -> result.complete(picture));
    }

    void fail(Throwable failure) {
        Thread.startVirtualThread(() -> result.completeExceptionally(failure));
    }
}
