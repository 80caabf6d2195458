package io.emaki.illustration;

import io.emaki.imaging.Picture;
import io.emaki.imaging.PictureRequest;
import io.emaki.imaging.RenderListener;
import io.emaki.imaging.RenderProgress;
import io.emaki.imaging.RenderQueue;
import io.emaki.imaging.RenderTicket;
import io.emaki.media.MediaStore;
import io.emaki.persona.Picturing;
import io.emaki.persona.ShownPicture;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has an order drawn, and stores the marked picture. */
@Component
class Painter {

    /** Hears of each step; answers whether the work should go on. */
    interface Progress {
        boolean goesOn(int step, int steps);
    }

    private final RenderQueue queue;
    private final MediaStore pictures;
    private final LivePreviews previews;

    Painter(RenderQueue queue, MediaStore pictures, LivePreviews previews) {
        this.queue = queue;
        this.pictures = pictures;
        this.previews = previews;
    }

    /** Which model would draw now. The first call may take as long as loading it does. */
    String modelHash() {
        return queue.info().modelHash();
    }

    /** A picture as the model made it, not stored. */
    record Drawn(Picture picture) {

        byte[] marked() {
            return picture.marked();
        }
    }

    /** Stores what was drawn; storing the same picture twice leaves one. */
    Picturing keep(EditOrder order, Drawn drawn) {
        Picture picture = drawn.picture();
        return new Picturing(
                new ShownPicture(pictures.put(drawn.marked()), picture.width(), picture.height()),
                order.wanted(),
                order.instruction(),
                DrawnParameters.of(picture.parameters()).json(),
                picture.parameters().modelHash(),
                order.depth());
    }

    /**
     * Draws.
     *
     * @throws io.emaki.imaging.ImagingException as the image model has it
     * @throws RefusedException when the picture to edit is gone
     * @throws InterruptedException when the service stops
     */
    Drawn draw(EditOrder order, Progress progress) throws InterruptedException {
        List<byte[]> references =
                order.references().stream().map(this::reference).toList();
        PictureRequest request = new PictureRequest(
                order.instruction(), references, null, null, null, null, null, order.seed(), order.stack());
        return new Drawn(render(order.jobId(), request, progress));
    }

    byte[] reference(String sha256) {
        return pictures.find(sha256)
                .orElseThrow(() -> new RefusedException("the picture to edit is not stored any more: " + sha256));
    }

    private Picture render(UUID jobId, PictureRequest request, Progress progress) throws InterruptedException {
        Listener listener = new Listener(jobId, progress, previews);
        RenderTicket ticket = queue.submit(request, listener);
        listener.follow(ticket);
        try {
            return ticket.result().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopping) {
            ticket.cancel();
            throw stopping;
        }
    }

    /** Cancels the ticket when the work should stop. */
    private static final class Listener implements RenderListener {

        private final UUID jobId;
        private final Progress progress;
        private final LivePreviews previews;
        private @Nullable RenderTicket ticket;
        private boolean stopped;

        Listener(UUID jobId, Progress progress, LivePreviews previews) {
            this.jobId = jobId;
            this.progress = progress;
            this.previews = previews;
        }

        synchronized void follow(RenderTicket known) {
            ticket = known;
            notifyAll();
        }

        /** Known a moment after the picture may have begun. */
        private RenderTicket ticket() {
            boolean interrupted = false;
            while (ticket == null) {
                try {
                    wait();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return ticket;
        }

        @Override
        public synchronized void step(RenderProgress done) {
            previews.step(jobId, done);
            if (!stopped && !progress.goesOn(done.step(), done.steps())) {
                stopped = true;
                ticket().cancel();
            }
        }
    }
}
