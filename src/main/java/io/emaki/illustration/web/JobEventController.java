package io.emaki.illustration.web;

import io.emaki.access.Caller;
import io.emaki.illustration.Illustrations;
import io.emaki.illustration.JobState;
import io.emaki.illustration.JobStatus;
import io.emaki.illustration.LivePreviews;
import io.emaki.media.MediaLinks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * A job as server-sent events until it is over. The id of an event is the job's own count, so a client that comes back with
 * {@code Last-Event-ID} gets what is new since, from whichever process it asks. The state is read from the database, since
 * the edit may run in another process; previews come from edits of this one.
 */
@RestController
@RequestMapping("/api/v1/jobs/{id}/events")
class JobEventController {

    private static final long LOOK_NANOS = 200_000_000L;
    private static final int LOOKS_BETWEEN_COMMENTS = 50;

    /** @param b64Json the model's present guess as PNG */
    record PartialImage(int step, String b64Json) {}

    private final Illustrations illustrations;
    private final LivePreviews previews;
    private final MediaLinks links;
    private final JsonMapper json;

    JobEventController(Illustrations illustrations, LivePreviews previews, MediaLinks links, JsonMapper json) {
        this.illustrations = illustrations;
        this.previews = previews;
        this.links = links;
        this.json = json;
    }

    @GetMapping
    void follow(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(name = "previews", defaultValue = "false") boolean withPreviews,
            HttpServletResponse response)
            throws IOException {
        JobStatus status = illustrations.status(caller.workspaceId(), id);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        // Proxies that collect answers would hold the events back.
        response.setHeader("X-Accel-Buffering", "no");
        if (withPreviews) {
            previews.watch(id);
        }
        try {
            write(caller, status, seen(lastEventId), response.getOutputStream());
        } finally {
            previews.leave(id);
        }
    }

    private static int seen(@Nullable String lastEventId) {
        try {
            return lastEventId == null ? -1 : Integer.parseInt(lastEventId.strip());
        } catch (NumberFormatException unknown) {
            return -1;
        }
    }

    private void write(Caller caller, JobStatus first, int alreadySeen, OutputStream out) throws IOException {
        UUID id = first.job().id();
        JobStatus status = first;
        int seen = alreadySeen;
        long position = -1;
        int previewStep = 0;
        int quiet = 0;
        while (true) {
            long place = Optional.ofNullable(status.queuePosition()).orElse(0L);
            if (status.job().events() > seen || place != position && position >= 0) {
                event(out, status.job().events(), name(status), JobView.of(status, links));
                seen = status.job().events();
                quiet = 0;
            }
            position = place;
            if (status.job().state().isOver()) {
                return;
            }
            Optional<LivePreviews.Preview> preview = previews.latest(id);
            if (preview.isPresent() && preview.get().step() > previewStep) {
                previewStep = preview.get().step();
                event(
                        out,
                        seen,
                        "partial_image",
                        new PartialImage(
                                previewStep,
                                Base64.getEncoder().encodeToString(preview.get().png())));
            }
            if (++quiet % LOOKS_BETWEEN_COMMENTS == 0) {
                out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
            LockSupport.parkNanos(LOOK_NANOS);
            if (Thread.interrupted()) {
                return;
            }
            status = illustrations.status(caller.workspaceId(), id);
        }
    }

    private static String name(JobStatus status) {
        JobState state = status.job().state();
        boolean generating = state == JobState.IN_PROGRESS && status.job().step() > 0;
        return generating ? "generating" : state.name().toLowerCase(Locale.ROOT);
    }

    private void event(OutputStream out, int id, String name, Object data) throws IOException {
        out.write(("id: " + id + "\nevent: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
