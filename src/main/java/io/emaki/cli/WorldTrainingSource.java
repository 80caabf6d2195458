package io.emaki.cli;

import io.emaki.hidream.train.PicturePool;
import io.emaki.hidream.train.TrainingSample;
import io.emaki.hidream.train.TrainingSource;
import io.emaki.world.WorldChain;
import io.emaki.world.WorldRenderer;
import io.emaki.world.WorldSample;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;

/**
 * Feeds training from the rendered world: a ring of chains in the picture pool that is renewed while training runs, so
 * that the model sees ever new avatars and no picture is ever stored.
 */
final class WorldTrainingSource implements TrainingSource, AutoCloseable {

    static final int CHAIN = 12;
    private static final int CHAINS_AT_ONCE = 24;
    private static final int SMALLEST_POOL = CHAIN * CHAINS_AT_ONCE * 8;
    private static final double WHOLE = 0.12;

    private final PicturePool pool;
    private final long seed;
    private final int capacity;
    private final int margin;
    private final WorldRenderer renderer = new WorldRenderer();
    private final ExecutorService renderers;
    private final Thread feeder;
    private final AtomicReferenceArray<WorldChain> ring;
    private volatile long made;
    private volatile boolean closed;

    /** @param threads that render */
    WorldTrainingSource(PicturePool pool, long seed, int threads) {
        this.pool = pool;
        this.seed = seed;
        this.capacity = pool.slots() / CHAIN / CHAINS_AT_ONCE * CHAINS_AT_ONCE;
        this.margin = Math.max(CHAINS_AT_ONCE * 2, capacity / 20);
        if (capacity < 4 * margin) {
            throw new InputException("--slots: must be at least " + SMALLEST_POOL + ", not " + pool.slots());
        }
        this.ring = new AtomicReferenceArray<>(capacity);
        this.renderers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("world-", 0).factory());
        fillOnce();
        this.feeder = Thread.ofPlatform().daemon().name("world-feeder").start(this::feed);
    }

    /** Chains rendered so far. */
    long chains() {
        return made;
    }

    private void feed() {
        while (!closed) {
            fillOnce();
        }
    }

    private void fillOnce() {
        long first = made;
        List<WorldChain> chains = new ArrayList<>();
        List<Future<byte[][]>> rendered = new ArrayList<>();
        for (int i = 0; i < CHAINS_AT_ONCE; i++) {
            WorldChain chain = WorldChain.training(seed, first + i, CHAIN);
            chains.add(chain);
            rendered.add(renderers.submit(() -> render(chain)));
        }
        byte[][] pictures = new byte[CHAINS_AT_ONCE * CHAIN][];
        try {
            for (int i = 0; i < CHAINS_AT_ONCE; i++) {
                System.arraycopy(rendered.get(i).get(), 0, pictures, i * CHAIN, CHAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException("rendering failed", e.getCause());
        }
        if (!closed) {
            pool.fill((int) (first % capacity) * CHAIN, pictures);
            for (int i = 0; i < CHAINS_AT_ONCE; i++) {
                ring.set((int) ((first + i) % capacity), chains.get(i));
            }
            made = first + CHAINS_AT_ONCE;
        }
    }

    private byte[][] render(WorldChain chain) {
        byte[][] pictures = new byte[CHAIN][];
        for (int i = 0; i < CHAIN; i++) {
            BufferedImage image = renderer.render(
                    chain.identity(), chain.states().get(i), io.emaki.world.RenderStyle.PLAIN, pool.size());
            int[] pixels = image.getRGB(0, 0, pool.size(), pool.size(), null, 0, pool.size());
            byte[] bytes = new byte[pixels.length * 3];
            for (int p = 0; p < pixels.length; p++) {
                bytes[p * 3] = (byte) (pixels[p] >> 16);
                bytes[p * 3 + 1] = (byte) (pixels[p] >> 8);
                bytes[p * 3 + 2] = (byte) pixels[p];
            }
            pictures[i] = bytes;
        }
        return pictures;
    }

    @Override
    public TrainingSample draw(RandomGenerator random, boolean edit) {
        long newest = made;
        long oldest = Math.max(0, newest - capacity + margin);
        long index = oldest + random.nextLong(newest - oldest);
        WorldChain chain = ring.get((int) (index % capacity));
        int base = (int) (index % capacity) * CHAIN;
        int at = random.nextInt(CHAIN);
        long salt = random.nextLong();
        if (!edit) {
            WorldSample sample = chain.caption(at, salt);
            return new TrainingSample(sample.text(), base + at, -1, focus(chain, at), index);
        }
        if (random.nextDouble() < WHOLE) {
            int other = (at + 1 + random.nextInt(CHAIN - 1)) % CHAIN;
            return new TrainingSample(
                    chain.whole(at, other, salt).text(), base + other, base + at, focus(chain, other), index);
        }
        boolean forward = at == 0 || at < CHAIN - 1 && random.nextBoolean();
        int other = forward ? at + 1 : at - 1;
        return new TrainingSample(
                chain.edit(at, other, salt).text(), base + other, base + at, focus(chain, other), index);
    }

    private Rectangle focus(WorldChain chain, int at) {
        return renderer.eyes(chain.identity(), chain.states().get(at), pool.size());
    }

    @Override
    public boolean isCurrent(TrainingSample sample) {
        return sample.stamp() >= made - capacity + margin / 2;
    }

    @Override
    public void close() {
        closed = true;
        feeder.interrupt();
        renderers.shutdownNow();
        try {
            feeder.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
