package io.emaki.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.media.AiMark;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The queue in front of the real engine, on an untrained checkpoint. */
@Timeout(60)
class RenderQueueTest {

    private static final int CAPACITY = 2;

    @TempDir
    private static Path folder;

    private RenderQueue queue;

    @BeforeEach
    void open() {
        queue = queue("");
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void makesAPictureWithTheModelsDefaults() {
        Picture picture = queue.submit(request(1L), RenderListener.silent()).await();

        RenderParameters used = picture.parameters();
        EditorInfo model = queue.info();
        assertThat(model.randomWeights()).isTrue();
        assertThat(used.model()).isEqualTo(model.model());
        assertThat(used.modelHash()).isEqualTo(model.modelHash()).matches("[0-9a-f]{64}");
        assertThat(used.seed()).isEqualTo(1);
        assertThat(used.steps()).isEqualTo(2);
        assertThat(used.loraStack()).isEqualTo(LoraCatalog.BASE);
        assertThat(used.imageTokens()).isEqualTo(4);
        assertThat(used.referenceTokens()).isZero();
        assertThat(AiMark.isMarked(picture.png())).isFalse();
        assertThat(AiMark.read(picture.marked()).orElseThrow())
                .contains("<emaki:seed>1</emaki:seed>")
                .contains(used.modelHash());
    }

    @Test
    void theSeedDecidesThePicture() {
        byte[] one = queue.submit(request(1L), RenderListener.silent()).await().png();
        byte[] again =
                queue.submit(request(1L), RenderListener.silent()).await().png();
        byte[] other =
                queue.submit(request(2L), RenderListener.silent()).await().png();

        assertThat(again).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void takesAllOrNothingAndSaysWhenThereWillBeRoom() throws Exception {
        Held held = hold();
        RenderTicket first = queue.submit(request(1L), RenderListener.silent());

        assertThatThrownBy(() -> queue.submitAll(List.of(request(2L), request(3L)), any -> RenderListener.silent()))
                .isInstanceOfSatisfying(
                        QueueFullException.class,
                        full -> assertThat(full.retryAfter()).isPositive());
        RenderTicket second = queue.submit(request(2L), RenderListener.silent());
        assertThat(held.ticket.position()).isZero();
        assertThat(first.position()).isEqualTo(1);
        assertThat(second.position()).isEqualTo(2);
        assertThatThrownBy(() -> queue.submit(request(3L), RenderListener.silent()))
                .isInstanceOf(QueueFullException.class);

        held.release.countDown();
        assertThat(first.await().parameters().seed()).isEqualTo(1);
        assertThat(second.await().parameters().seed()).isEqualTo(2);
    }

    @Test
    void moreThanEverFitIsRefusedForGood() {
        List<PictureRequest> three = List.of(request(1L), request(2L), request(3L));

        assertThatThrownBy(() -> queue.submitAll(three, any -> RenderListener.silent()))
                .isInstanceOfSatisfying(
                        PictureRejectedException.class,
                        rejected -> assertThat(rejected.field()).isEqualTo("n"));
    }

    @Test
    void cancellingAWaitingPictureFreesItsPlace() throws Exception {
        Held held = hold();
        RenderTicket waiting = queue.submit(request(1L), RenderListener.silent());
        RenderTicket next = queue.submit(request(2L), RenderListener.silent());

        waiting.cancel();

        assertThatThrownBy(waiting::await).isInstanceOf(RenderCancelledException.class);
        assertThat(next.position()).isEqualTo(1);
        held.release.countDown();
        assertThat(next.await().parameters().seed()).isEqualTo(2);
    }

    @Test
    void cancellingAPictureBetweenStepsLetsTheNextOneIn() {
        List<Integer> steps = new ArrayList<>();
        List<RenderTicket> self = new ArrayList<>();
        CountDownLatch submitted = new CountDownLatch(1);
        RenderTicket cancelled = queue.submit(request(1L, 500), new RenderListener() {
            @Override
            public void step(RenderProgress progress) {
                awaitQuietly(submitted);
                steps.add(progress.step());
                if (progress.step() == 3) {
                    self.getFirst().result().cancel(true);
                }
            }
        });
        self.add(cancelled);
        submitted.countDown();
        RenderTicket next = queue.submit(request(2L), RenderListener.silent());

        assertThat(next.await().parameters().seed()).isEqualTo(2);
        assertThat(cancelled.result()).isCancelled();
        assertThat(steps).containsExactly(1, 2, 3);
    }

    @Test
    void reportsEveryStepWithAPreview() {
        List<Integer> steps = new ArrayList<>();
        List<BufferedImage> previews = new ArrayList<>();
        queue.submit(request(1L, 3), new RenderListener() {
                    @Override
                    public void step(RenderProgress progress) {
                        steps.add(progress.step());
                        previews.add(progress.preview().get());
                    }
                })
                .await();

        assertThat(steps).containsExactly(1, 2, 3);
        assertThat(previews)
                .allSatisfy(preview -> assertThat(preview.getWidth()).isEqualTo(64));
    }

    @Test
    void aListenerThatFailsOnlyFailsItsOwnPicture() {
        RenderTicket broken = queue.submit(request(1L), new RenderListener() {
            @Override
            public void started() {
                throw new IllegalStateException("listener");
            }
        });

        assertThatThrownBy(broken::await)
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("listener");
        assertThat(queue.submit(request(2L), RenderListener.silent()).await()).isNotNull();
    }

    @Test
    void aDamagedModelIsSaidToEveryRequestAndNothingElseBreaks() throws Exception {
        Path damaged = Files.createDirectories(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("config.json"), "{}");
        try (RenderQueue other = queue(damaged.toString())) {
            assertThatThrownBy(other::info)
                    .isInstanceOf(EditorUnavailableException.class)
                    .hasMessageContaining("config.json");
            assertThat(other.isReady()).isFalse();
            RenderTicket ticket = other.submit(request(1L), RenderListener.silent());
            assertThatThrownBy(ticket::await).isInstanceOf(EditorUnavailableException.class);
        }
    }

    @Test
    void aStoppingServiceCancelsWhatWaitsAndWhatRuns() throws Exception {
        Held held = hold(500);
        RenderTicket waiting = queue.submit(request(2L), RenderListener.silent());
        held.release.countDown();

        queue.close();

        assertThatThrownBy(held.ticket::await).isInstanceOf(RenderCancelledException.class);
        assertThatThrownBy(waiting::await).isInstanceOf(RenderCancelledException.class);
        assertThatThrownBy(() -> queue.submit(request(3L), RenderListener.silent()))
                .isInstanceOf(RenderCancelledException.class);
    }

    /** A picture that occupies the device until it is released. */
    private record Held(RenderTicket ticket, CountDownLatch release) {}

    private Held hold() throws InterruptedException {
        return hold(1);
    }

    private Held hold(int steps) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        RenderTicket ticket = queue.submit(request(9L, steps), new RenderListener() {
            @Override
            public void started() {
                started.countDown();
                awaitQuietly(release);
            }
        });
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        return new Held(ticket, release);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PictureRequest request(long seed) {
        return request(seed, 2);
    }

    private static PictureRequest request(long seed, int steps) {
        return new PictureRequest("a lamp over a door", List.of(), 64, 64, steps, null, null, seed, null);
    }

    private static RenderQueue queue(String model) {
        EngineOpener opener = new EngineOpener(
                new ModelProperties(model, "", "float32", "cpu", DataSize.ofMegabytes(16)),
                new ImagingFolders(".", folder.toString()));
        LoraCatalog loras = new LoraCatalog(List.of(), folder);
        return new RenderQueue(new EmbeddedImageEditor(opener, loras, new ReferenceReader(40_000_000)), CAPACITY);
    }
}
