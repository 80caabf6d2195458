package io.emaki.illustration;

import io.emaki.imaging.EditorUnavailableException;
import io.emaki.imaging.PictureRejectedException;
import io.emaki.imaging.QueueFullException;
import io.emaki.imaging.RenderCancelledException;
import io.emaki.persona.Appearance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs one attempt of an edit job. It may be started twice, or be killed anywhere: what decides is written in the
 * transactions of {@link JobWriter}, and drawing the same order again gives the same picture.
 */
@Component
class EditRun {

    private static final Logger log = LoggerFactory.getLogger(EditRun.class);

    private final JobWriter writer;
    private final Painter painter;
    private final ResultCheck check;
    private final List<Duration> retryAfter;
    private final int checkRetries;

    EditRun(JobWriter writer, Painter painter, ResultCheck check, IllustrationSettings settings) {
        this.writer = writer;
        this.painter = painter;
        this.check = check;
        this.checkRetries = settings.illustration().checkRetries();
        this.retryAfter = settings.illustration().retryAfter();
    }

    /** @return when to run the job again; empty when it is over */
    Optional<Duration> run(UUID jobId) {
        String model;
        try {
            model = painter.modelHash();
        } catch (EditorUnavailableException broken) {
            return writer.unavailable(jobId, String.valueOf(broken.getMessage()), retryAfter);
        }
        try {
            return switch (writer.begin(jobId, model)) {
                case Beginning.Over over -> Optional.empty();
                case Beginning.Later later -> Optional.of(later.delay());
                case Beginning.Draw draw -> draw(draw.order());
            };
        } catch (RefusedException refused) {
            writer.refused(jobId, String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Duration> draw(EditOrder order) {
        try {
            return checked(order);
        } catch (RefusedException | PictureRejectedException hopeless) {
            writer.failed(order, String.valueOf(hopeless.getMessage()));
            return Optional.empty();
        } catch (RenderCancelledException stopped) {
            return writer.stopped(order) ? Optional.empty() : Optional.of(Duration.ZERO);
        } catch (QueueFullException full) {
            writer.requeue(order, String.valueOf(full.getMessage()), false);
            return Optional.of(full.retryAfter());
        } catch (InterruptedException stopping) {
            // The flag stays cleared: writing to an H2 file on an interrupted thread closes the file for everyone.
            writer.requeue(order, "interrupted", false);
            return Optional.of(Duration.ZERO);
        } catch (RuntimeException failure) {
            return retry(order, failure);
        }
    }

    /** Draws until the check is content, a few times at most; then the old picture stays. */
    private Optional<Duration> checked(EditOrder order) throws InterruptedException {
        ResultCheck.Verdict verdict = ResultCheck.Verdict.good();
        for (int round = 0; round <= checkRetries; round++) {
            EditOrder tried = round == 0 ? order : order.reseeded(round);
            Painter.Drawn drawn = painter.draw(tried, (step, steps) -> writer.progress(order, step, steps));
            verdict = judge(tried, drawn);
            if (verdict.accepted()) {
                return writer.finish(order, painter.keep(tried, drawn)) ? Optional.empty() : Optional.of(Duration.ZERO);
            }
            log.info("Picture {} of edit job {} was not kept: {}", round + 1, order.jobId(), verdict.reason());
        }
        writer.failed(order, "no picture passed the check: " + verdict.reason());
        return Optional.empty();
    }

    private ResultCheck.Verdict judge(EditOrder order, Painter.Drawn drawn) {
        Appearance before = order.before();
        if (before == null) {
            return ResultCheck.Verdict.good();
        }
        String identity = order.identity();
        return check.check(new ResultCheck.Result(
                painter.reference(order.references().getFirst()),
                drawn.marked(),
                identity == null ? null : painter.reference(identity),
                before,
                order.wanted()));
    }

    private Optional<Duration> retry(EditOrder order, RuntimeException failure) {
        String why = String.valueOf(failure.getMessage());
        log.warn("Attempt {} of edit job {} failed", order.attempt(), order.jobId(), failure);
        if (order.attempt() > retryAfter.size()) {
            writer.failed(order, why);
            return Optional.empty();
        }
        writer.requeue(order, why, true);
        return Optional.of(retryAfter.get(order.attempt() - 1));
    }
}
