package io.emaki.imaging.web;

import io.emaki.imaging.Picture;
import io.emaki.imaging.PictureRequest;
import io.emaki.imaging.RenderListener;
import io.emaki.imaging.RenderProgress;
import io.emaki.imaging.RenderQueue;
import io.emaki.imaging.RenderTicket;
import jakarta.servlet.http.HttpServletResponse;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One picture as server-sent events. The events are written on the request's own thread, so that a slow client never holds
 * up the device; a comment at every step and every second shows that the client is still there, and its absence cancels
 * the picture.
 */
final class ImageStream {

    private static final long SECONDS_BETWEEN_COMMENTS = 1;

    private sealed interface Signal {
        record Step(
                int step,
                int steps,
                int previewIndex,
                @Nullable BufferedImage preview) implements Signal {}

        record Ended(@Nullable Picture picture, @Nullable Throwable failure) implements Signal {}
    }

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Answers answers;
    private final JsonMapper json;
    private final ImageForm form;
    private final String prefix;

    /** @param prefix of the event names, {@code image_generation} or {@code image_edit} */
    ImageStream(Answers answers, JsonMapper json, ImageForm form, String prefix) {
        this.answers = answers;
        this.json = json;
        this.form = form;
        this.prefix = prefix;
    }

    /** Nothing is written before the picture has its place, so that a full queue is an ordinary 429. */
    void run(RenderQueue queue, PictureRequest request, HttpServletResponse response) throws IOException {
        RenderTicket ticket = queue.submit(request, new Previews());
        ticket.result().whenComplete((picture, failure) -> signals.add(new Signal.Ended(picture, failure)));
        try {
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentType("text/event-stream");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("Cache-Control", "no-store");
            // Proxies that collect answers would hold back the previews.
            response.setHeader("X-Accel-Buffering", "no");
            write(ticket, response.getOutputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ticket.cancel();
        }
    }

    private void write(RenderTicket ticket, OutputStream out) throws IOException, InterruptedException {
        comment(out, "position " + ticket.position());
        while (true) {
            switch (signals.poll(SECONDS_BETWEEN_COMMENTS, TimeUnit.SECONDS)) {
                case null -> comment(out, "position " + ticket.position());
                case Signal.Step step -> {
                    comment(out, "step " + step.step() + " of " + step.steps());
                    BufferedImage preview = step.preview();
                    if (preview != null) {
                        event(out, partial(step.previewIndex(), preview));
                    }
                }
                case Signal.Ended ended -> {
                    event(out, last(ended));
                    return;
                }
            }
        }
    }

    private Map<String, Object> partial(int index, BufferedImage preview) {
        return answers.partial(
                prefix + ".partial_image",
                form,
                index,
                form.output().encode(preview),
                preview.getWidth() + "x" + preview.getHeight());
    }

    private Map<String, Object> last(Signal.Ended ended) {
        Picture picture = ended.picture();
        if (picture != null) {
            return answers.completed(prefix + ".completed", form, picture);
        }
        Throwable failure =
                ended.failure() instanceof CompletionException wrapped ? wrapped.getCause() : ended.failure();
        ApiError error = ApiError.of(failure instanceof Exception known ? known : new IllegalStateException(failure));
        return Map.of("type", "error", "error", error.body().get("error"));
    }

    private void event(OutputStream out, Map<String, Object> event) throws IOException {
        out.write(("event: " + event.get("type") + "\ndata: " + json.writeValueAsString(event) + "\n\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void comment(OutputStream out, String text) throws IOException {
        out.write((": " + text + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Takes previews at evenly spread steps; fewer where there are too few steps. */
    private final class Previews implements RenderListener {

        private int taken;

        @Override
        public void step(RenderProgress progress) {
            boolean due = taken < form.partialImages()
                    && progress.step() < progress.steps()
                    && progress.step() * (form.partialImages() + 1) >= progress.steps() * (taken + 1);
            signals.add(new Signal.Step(
                    progress.step(),
                    progress.steps(),
                    taken,
                    due ? progress.preview().get() : null));
            if (due) {
                taken++;
            }
        }
    }
}
