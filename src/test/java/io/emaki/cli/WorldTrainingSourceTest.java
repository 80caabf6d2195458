package io.emaki.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.TinyCheckpoint;
import io.emaki.hidream.checkpoint.Checkpoint;
import io.emaki.hidream.train.BatchSource;
import io.emaki.hidream.train.FullTrainer;
import io.emaki.hidream.train.Optimizer;
import io.emaki.hidream.train.PicturePool;
import io.emaki.hidream.train.TrainingOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A toy model trained on the stream of rendered avatars, with a pool so small that its slots are used again. */
class WorldTrainingSourceTest {

    private static final int SLOTS = 384;
    private static final int FRESH = 7;

    @TempDir
    private static Path shared;

    @TempDir
    private Path out;

    private static Path model;

    @BeforeAll
    static void write() {
        model = TinyCheckpoint.writeTo(shared.resolve("model"), 3);
    }

    private static TrainingOptions options() {
        return new TrainingOptions(
                8,
                0,
                2,
                2,
                2,
                1,
                false,
                Optimizer.ADAMW,
                1e-3,
                3,
                0.01,
                0.95,
                1.0,
                0.999,
                0.1,
                -0.6,
                0.9,
                0.15,
                4,
                11,
                false,
                "cpu",
                2);
    }

    /** Losses of the steps until the given one; saves to the folder if there is one. */
    private List<Double> run(long until, int threads, boolean resume, boolean save) throws InterruptedException {
        Checkpoint checkpoint = Checkpoint.open(model, null);
        List<Double> losses = new ArrayList<>();
        CancellationToken cancel = new CancellationToken();
        try (FullTrainer trainer =
                        new FullTrainer(checkpoint.config(), checkpoint.tokenizerFile(), checkpoint, options());
                PicturePool pool = trainer.pool(SLOTS);
                BatchSource batches = trainer.streamed(new WorldTrainingSource(pool, 3, FRESH, threads), pool)) {
            if (resume) {
                trainer.resume(out, batches);
            }
            trainer.run(
                    batches,
                    1,
                    report -> {
                        losses.add(report.editLoss() + report.captionLoss());
                        if (report.step() == until) {
                            cancel.cancel();
                        }
                    },
                    cancel);
            if (save) {
                trainer.save(out, batches);
            }
        }
        return losses;
    }

    @Test
    void aStepDrawsTheSameWhateverRanBeforeAndHoweverFast() throws InterruptedException {
        List<Double> whole = run(8, 1, false, false);
        List<Double> parts = run(5, 2, false, true);
        parts.addAll(run(8, 1, true, false));

        assertThat(whole).hasSize(8).doesNotContain(0.0);
        assertThat(parts).hasSize(8);
        for (int i = 0; i < 8; i++) {
            assertThat(parts.get(i)).as("step " + (i + 1)).isCloseTo(whole.get(i), within(1e-5));
        }
    }

    @Test
    void refusesAPoolThatIsTooSmall() {
        Checkpoint checkpoint = Checkpoint.open(model, null);
        try (FullTrainer trainer =
                        new FullTrainer(checkpoint.config(), checkpoint.tokenizerFile(), checkpoint, options());
                PicturePool pool = trainer.pool(100)) {
            assertThatThrownBy(() -> new WorldTrainingSource(pool, 3, FRESH, 1))
                    .isInstanceOf(InputException.class)
                    .hasMessage("--slots: must be at least 384, not 100");
        }
    }
}
