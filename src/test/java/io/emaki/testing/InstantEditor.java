package io.emaki.testing;

import io.emaki.hidream.CancellationToken;
import io.emaki.imaging.Cancelled;
import io.emaki.imaging.EditorInfo;
import io.emaki.imaging.ImageEditor;
import io.emaki.imaging.Picture;
import io.emaki.imaging.PictureRequest;
import io.emaki.imaging.RenderListener;
import io.emaki.imaging.RenderParameters;
import io.emaki.imaging.RenderProgress;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;

/**
 * Takes the place of the image model where a test is about what happens around it. Its picture follows from the request
 * alone, as the model's does.
 */
public final class InstantEditor implements ImageEditor {

    private static final int STEPS = 2;
    private static final String MODEL = "model-1";

    private final List<PictureRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private final AtomicInteger failures = new AtomicInteger();

    /** Requests seen so far, oldest first. */
    public List<PictureRequest> requests() {
        return List.copyOf(requests);
    }

    /** Runs once, in the middle of the next picture. */
    public void meanwhile(Runnable action) {
        meanwhile.set(action);
    }

    /** Lets that many of the next pictures fail as a broken model would. */
    public void failNext(int times) {
        failures.set(times);
    }

    void reset() {
        requests.clear();
        meanwhile.set(() -> {});
        failures.set(0);
    }

    @Override
    public void prepare() {}

    @Override
    public EditorInfo info() {
        return new EditorInfo("instant", MODEL, 64, 64, STEPS, false);
    }

    @Override
    public Picture render(PictureRequest request, RenderListener listener, CancellationToken cancel) {
        requests.add(request);
        listener.started();
        BufferedImage pixels = pixels(request);
        for (int step = 1; step <= STEPS; step++) {
            listener.step(new RenderProgress(step, STEPS, 0.001, () -> pixels));
            if (step == 1) {
                meanwhile.getAndSet(() -> {}).run();
            }
            if (cancel.isCancelled()) {
                throw Cancelled.exception();
            }
        }
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the model broke");
        }
        long seed = Objects.requireNonNull(request.seed());
        String stack = request.loraStack() == null ? "c0-base" : request.loraStack();
        return new Picture(
                png(pixels),
                64,
                64,
                new RenderParameters(
                        STEPS, 5.0, 3.0, seed, "unipc", 1.0, stack, List.of(), "instant", MODEL, 0.001, 0.002, 9, 4,
                        0));
    }

    private BufferedImage pixels(PictureRequest request) {
        int colour = Objects.hash(request.prompt(), request.seed(), request.loraStack(), MODEL);
        for (byte[] reference : request.references()) {
            colour = 31 * colour + Arrays.hashCode(reference);
        }
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(colour));
        graphics.fillRect(0, 0, 64, 64);
        graphics.dispose();
        return image;
    }

    private static byte[] png(BufferedImage pixels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(pixels, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {}
}
