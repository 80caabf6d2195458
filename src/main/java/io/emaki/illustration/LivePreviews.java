package io.emaki.illustration;

import io.emaki.imaging.RenderProgress;
import io.emaki.media.AiMark;
import io.emaki.media.PictureEncoder;
import io.emaki.media.Provenance;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The model's present guesses of pictures that somebody watches, for edits that run in this process. */
@Component
public class LivePreviews {

    /**
     * @param step after which it was made, from 1
     * @param png marked as made by a model
     */
    public record Preview(int step, byte[] png) {}

    private static final Preview NONE = new Preview(0, new byte[0]);

    private final Map<UUID, Preview> watched = new ConcurrentHashMap<>();

    /** Guesses are made from here on; they cost time, so they are made only for somebody. */
    public void watch(UUID jobId) {
        watched.putIfAbsent(jobId, NONE);
    }

    public void leave(UUID jobId) {
        watched.remove(jobId);
    }

    /** The latest guess; empty before the first one. */
    public Optional<Preview> latest(UUID jobId) {
        return Optional.ofNullable(watched.get(jobId)).filter(preview -> preview.step() > 0);
    }

    void step(UUID jobId, RenderProgress done) {
        if (watched.containsKey(jobId) && done.step() < done.steps()) {
            byte[] png = PictureEncoder.png(done.preview().get());
            watched.computeIfPresent(
                    jobId,
                    (id, before) -> new Preview(done.step(), AiMark.png(png, Provenance.generated("Emaki", Map.of()))));
        }
    }
}
