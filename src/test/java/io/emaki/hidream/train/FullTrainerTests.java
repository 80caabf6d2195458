package io.emaki.hidream.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.TinyCheckpoint;
import io.emaki.hidream.checkpoint.Checkpoint;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real steps of all weights on a model of toy size, from captions and edits of two sizes. */
class FullTrainerTests {

    @TempDir
    private static Path shared;

    private static Path model;
    private static Path data;

    @TempDir
    private Path out;

    @BeforeAll
    static void write() throws IOException {
        model = TinyCheckpoint.writeTo(shared.resolve("model"), 3);
        data = Files.createDirectory(shared.resolve("data"));
        int[][] sizes = {{128, 128}, {200, 100}, {128, 128}, {128, 128}};
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < sizes.length; i++) {
            BufferedImage image = new BufferedImage(sizes[i][0], sizes[i][1], BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setPaint(new GradientPaint(0, 0, Color.getHSBColor(i / 5f, 1, 1), 90, 60, Color.BLACK));
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.dispose();
            ImageIO.write(image, "png", data.resolve(i + ".png").toFile());
            lines.append("{\"file_name\": \"")
                    .append(i)
                    .append(".png\", \"text\": \"colour ")
                    .append(i)
                    .append("\"}\n");
        }
        lines.append("{\"file_name\": \"1.png\", \"text\": \"make it wide\", \"reference\": \"0.png\"}\n");
        lines.append("{\"file_name\": \"2.png\", \"text\": \"make it two\", \"reference\": \"3.png\"}\n");
        Files.writeString(data.resolve("metadata.jsonl"), lines);
    }

    private static TrainingOptions options(int steps, Optimizer optimizer, boolean recompute, double rate) {
        return new TrainingOptions(
                steps, 0, 2, 2, 1, 1, recompute, optimizer, rate, 3, 0.01, 0.95, 1.0, 0.999, 0.1, -0.6, 0.9, 0.15, 1,
                11, false, "cpu", 1);
    }

    private static FullTrainer trainer(TrainingOptions options) {
        Checkpoint checkpoint = Checkpoint.open(model, null);
        return new FullTrainer(checkpoint.config(), checkpoint.tokenizerFile(), checkpoint, options);
    }

    /** Mean loss of every step. */
    private static List<Double> run(FullTrainer trainer, BatchSource batches) {
        return run(trainer, batches, Long.MAX_VALUE);
    }

    private static List<Double> run(FullTrainer trainer, BatchSource batches, long until) {
        List<Double> losses = new ArrayList<>();
        CancellationToken cancel = new CancellationToken();
        try {
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
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return losses;
    }

    private static List<Double> run(TrainingOptions options) {
        try (FullTrainer trainer = trainer(options);
                BatchSource batches = trainer.folder(data)) {
            return run(trainer, batches);
        }
    }

    private static double late(List<Double> losses) {
        return losses.subList(losses.size() - 40, losses.size()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    @Test
    void lowersTheLossWithEveryOptimiserAndEightBitsKeepUp() {
        List<Double> adamw = run(options(160, Optimizer.ADAMW, false, 2e-3));
        List<Double> eightBits = run(options(160, Optimizer.ADAMW8BIT, false, 2e-3));
        List<Double> muon = run(options(160, Optimizer.MUON, false, 2e-3));

        assertThat(late(adamw)).isLessThan(0.5 * adamw.getFirst());
        assertThat(late(muon)).isLessThan(0.5 * muon.getFirst());
        assertThat(late(eightBits) / late(adamw)).isCloseTo(1, within(0.02));
    }

    @Test
    void eightBitsTakeAQuarterOfTheMemory() {
        try (FullTrainer full = trainer(options(1, Optimizer.ADAMW, false, 1e-3));
                FullTrainer small = trainer(options(1, Optimizer.ADAMW8BIT, false, 1e-3))) {
            assertThat((double) small.stateBytes() / full.stateBytes()).isCloseTo(0.25, within(0.002));
        }
    }

    @Test
    void recomputingLayersGivesTheSameRun() {
        List<Double> kept = run(options(6, Optimizer.ADAMW, false, 1e-3));
        List<Double> recomputed = run(options(6, Optimizer.ADAMW, true, 1e-3));

        assertThat(recomputed).hasSize(6);
        for (int i = 0; i < 6; i++) {
            assertThat(recomputed.get(i)).as("step " + (i + 1)).isCloseTo(kept.get(i), within(1e-5));
        }
    }

    @Test
    void goesOnAsIfItHadNotBeenInterrupted() {
        for (Optimizer optimizer : Optimizer.values()) {
            TrainingOptions options = options(8, optimizer, false, 1e-3);
            List<Double> whole = run(options);
            List<Double> parts;
            Path folder = out.resolve(optimizer.name());
            try (FullTrainer trainer = trainer(options);
                    BatchSource batches = trainer.folder(data)) {
                parts = run(trainer, batches, 3);
                makeFolder(folder);
                trainer.save(folder, batches);
            }
            assertThat(parts).hasSize(3);
            try (FullTrainer trainer = trainer(options);
                    BatchSource batches = trainer.folder(data)) {
                trainer.resume(folder, batches);
                parts.addAll(run(trainer, batches));
            }
            assertThat(parts).hasSize(8);
            for (int i = 0; i < 8; i++) {
                assertThat(parts.get(i)).as(optimizer + " step " + (i + 1)).isCloseTo(whole.get(i), within(1e-5));
            }
        }
    }

    @Test
    void doesNotGoOnWithOtherOptions() {
        makeFolder(out);
        TrainingOptions options = options(2, Optimizer.ADAMW, false, 1e-3);
        try (FullTrainer trainer = trainer(options);
                BatchSource batches = trainer.folder(data)) {
            trainer.save(out, batches);
        }
        try (FullTrainer trainer = trainer(options(2, Optimizer.MUON, false, 1e-3));
                BatchSource batches = trainer.folder(data)) {
            assertThatThrownBy(() -> trainer.resume(out, batches))
                    .isInstanceOfSatisfying(
                            InvalidRequestException.class,
                            e -> assertThat(e.field()).isEqualTo("optimizer"));
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
