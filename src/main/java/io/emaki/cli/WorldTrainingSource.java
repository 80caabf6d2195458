package io.emaki.cli;

import io.emaki.hidream.train.PicturePool;
import io.emaki.hidream.train.TrainingSample;
import io.emaki.hidream.train.TrainingSource;
import io.emaki.world.RenderStyle;
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
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Feeds training from the rendered world: a window over an endless row of chains moves on with every step, so that the
 * model sees ever new avatars and no picture is ever stored. Pictures of the window lie in the pool as in a ring.
 */
final class WorldTrainingSource implements TrainingSource {

    static final int CHAIN = 12;
    private static final int CHAINS_AT_ONCE = 8;
    private static final int SMALLEST_POOL = CHAIN * CHAINS_AT_ONCE * 4;
    /** Chains in the window of the first step. */
    private static final int FIRST = 128;

    private static final double WHOLE = 0.12;

    private final PicturePool pool;
    private final long seed;
    private final int fresh;
    private final int capacity;
    private final int window;
    private final WorldRenderer renderer = new WorldRenderer();
    private final ExecutorService renderers;
    private @Nullable Thread feeder;
    private @Nullable RuntimeException failure;
    private long made;
    private long needed;
    private boolean closed;

    /**
     * @param fresh chains that each step's window goes on by, at least 1
     * @param threads that render
     */
    WorldTrainingSource(PicturePool pool, long seed, int fresh, int threads) {
        if (fresh < 1) {
            throw new InputException("--fresh: must be at least 1, not " + fresh);
        }
        if (threads < 1) {
            throw new InputException("--threads: must be at least 1, not " + threads);
        }
        if (pool.slots() < SMALLEST_POOL) {
            throw new InputException("--slots: must be at least " + SMALLEST_POOL + ", not " + pool.slots());
        }
        this.pool = pool;
        this.seed = seed;
        this.fresh = fresh;
        this.capacity = pool.slots() / CHAIN / CHAINS_AT_ONCE * CHAINS_AT_ONCE;
        this.window = capacity - Math.max(CHAINS_AT_ONCE, capacity / 8);
        this.renderers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("world-", 0).factory());
    }

    /** First chain that the step may use. */
    private long first(long step) {
        return Math.max(0, end(step) - window);
    }

    /** Chains before this one may be used by the step. */
    private long end(long step) {
        return Math.min(window, FIRST) + step * fresh;
    }

    @Override
    public void start(long firstStep) {
        synchronized (this) {
            made = first(firstStep) / CHAINS_AT_ONCE * CHAINS_AT_ONCE;
            needed = first(firstStep);
        }
        feeder = Thread.ofPlatform().daemon().name("world-feeder").start(this::feed);
    }

    private void feed() {
        try {
            while (true) {
                long from;
                synchronized (this) {
                    while (!closed && made + CHAINS_AT_ONCE > needed + capacity) {
                        wait();
                    }
                    if (closed) {
                        return;
                    }
                    from = made;
                }
                pool.fill((int) (from % capacity) * CHAIN, render(from));
                synchronized (this) {
                    made = from + CHAINS_AT_ONCE;
                    notifyAll();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            synchronized (this) {
                failure = e;
                notifyAll();
            }
        }
    }

    private byte[][] render(long from) throws InterruptedException {
        List<Future<byte[][]>> rendered = new ArrayList<>();
        for (int i = 0; i < CHAINS_AT_ONCE; i++) {
            WorldChain chain = chain(from + i);
            rendered.add(renderers.submit(() -> render(chain)));
        }
        byte[][] pictures = new byte[CHAINS_AT_ONCE * CHAIN][];
        try {
            for (int i = 0; i < CHAINS_AT_ONCE; i++) {
                System.arraycopy(rendered.get(i).get(), 0, pictures, i * CHAIN, CHAIN);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("rendering failed", e.getCause());
        }
        return pictures;
    }

    private WorldChain chain(long index) {
        return WorldChain.training(seed, index, CHAIN);
    }

    private byte[][] render(WorldChain chain) {
        byte[][] pictures = new byte[CHAIN][];
        for (int i = 0; i < CHAIN; i++) {
            BufferedImage image =
                    renderer.render(chain.identity(), chain.states().get(i), RenderStyle.PLAIN, pool.size());
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
    public TrainingSample draw(RandomGenerator random, boolean edit, long step) {
        long index = first(step) + random.nextLong(end(step) - first(step));
        WorldChain chain = chain(index);
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
    public boolean isCurrent(TrainingSample sample, long step) {
        return sample.stamp() >= first(step);
    }

    @Override
    public synchronized void await(long step) throws InterruptedException {
        while (made < end(step)) {
            if (failure != null) {
                throw failure;
            }
            wait();
        }
    }

    @Override
    public synchronized void done(long step) {
        needed = first(step + 1);
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        renderers.shutdownNow();
        Thread feeding = feeder;
        if (feeding != null) {
            feeding.interrupt();
            try {
                feeding.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
