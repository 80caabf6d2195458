package io.emaki.imaging;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line in front of the one device. A single platform thread makes the pictures in the order of their arrival: native
 * code would pin a virtual thread, and two pictures at once would only share one device's memory. As soon as the queue is
 * made it opens the model in the background.
 */
public final class RenderQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RenderQueue.class);
    private static final Duration LAST_STEP = Duration.ofMinutes(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<RenderTicket> waiting = new ArrayDeque<>();
    private final ImageEditor editor;
    private final int capacity;
    private final Pace pace;
    private final Thread device;
    private volatile CompletableFuture<EditorInfo> info = new CompletableFuture<>();
    private @Nullable RenderTicket running;
    private boolean closed;

    /** @param capacity pictures that may wait while one is made */
    RenderQueue(ImageEditor editor, int capacity) {
        this(editor, capacity, System::nanoTime);
    }

    RenderQueue(ImageEditor editor, int capacity, LongSupplier nanoTime) {
        this.editor = editor;
        this.capacity = capacity;
        this.pace = new Pace(nanoTime);
        this.device = Thread.ofPlatform().name("emaki-device").daemon().start(this::work);
    }

    /** @throws QueueFullException when {@link #capacity()} pictures wait already */
    public RenderTicket submit(PictureRequest request, RenderListener listener) {
        return submitAll(List.of(request), any -> listener).getFirst();
    }

    /**
     * Takes all of these pictures or none.
     *
     * @throws QueueFullException when there are not enough places
     * @throws PictureRejectedException for {@code n} when there never will be
     */
    public List<RenderTicket> submitAll(
            List<PictureRequest> requests, Function<PictureRequest, RenderListener> listeners) {
        if (requests.size() > capacity) {
            throw new PictureRejectedException("n", "at most " + capacity + " pictures fit into the queue");
        }
        lock.lock();
        try {
            if (closed) {
                throw new RenderCancelledException("the service is stopping");
            }
            int missing = waiting.size() + requests.size() - capacity;
            if (missing > 0) {
                throw new QueueFullException(capacity, pace.untilFree(missing));
            }
            List<RenderTicket> tickets = new ArrayList<>();
            for (PictureRequest request : requests) {
                tickets.add(new RenderTicket(this, request, listeners.apply(request)));
            }
            waiting.addAll(tickets);
            changed.signal();
            return tickets;
        } finally {
            lock.unlock();
        }
    }

    /** Pictures that may wait. */
    public int capacity() {
        return capacity;
    }

    /**
     * Name and defaults of the model; waits while it is being opened.
     *
     * @throws EditorUnavailableException when it cannot be opened
     */
    public EditorInfo info() {
        try {
            return info.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof EditorUnavailableException unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }

    /** Whether {@link #info()} would answer without waiting or failing. */
    public boolean isReady() {
        return info.isDone() && !info.isCompletedExceptionally();
    }

    int position(RenderTicket ticket) {
        lock.lock();
        try {
            return new ArrayList<>(waiting).indexOf(ticket) + 1;
        } finally {
            lock.unlock();
        }
    }

    void drop(RenderTicket ticket) {
        boolean waited;
        lock.lock();
        try {
            waited = waiting.remove(ticket);
        } finally {
            lock.unlock();
        }
        if (waited) {
            ticket.fail(new RenderCancelledException("cancelled before it was started"));
        }
    }

    private void work() {
        prepare();
        for (RenderTicket ticket = next(); ticket != null; ticket = next()) {
            make(ticket);
        }
        editor.close();
    }

    private void prepare() {
        try {
            editor.prepare();
            publish(editor.info());
        } catch (Exception | LinkageError e) {
            LOG.error("{}", e.getMessage());
            info.completeExceptionally(unavailable(e));
        }
    }

    private void publish(EditorInfo known) {
        if (!info.complete(known) && info.isCompletedExceptionally()) {
            info = CompletableFuture.completedFuture(known);
        }
    }

    private static EditorUnavailableException unavailable(Throwable failure) {
        return failure instanceof EditorUnavailableException known
                ? known
                : new EditorUnavailableException("the model cannot be opened: " + failure, failure);
    }

    private @Nullable RenderTicket next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            if (closed) {
                return null;
            }
            running = waiting.remove();
            pace.started();
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void make(RenderTicket ticket) {
        Picture picture = null;
        try {
            ticket.listener().started();
            picture = editor.render(ticket.request(), watched(ticket.listener()), ticket.token());
            publish(editor.info());
            ticket.complete(picture);
        } catch (ImagingException e) {
            ticket.fail(e);
        } catch (Exception | Error e) {
            // Whatever native code throws, the next picture gets its turn.
            LOG.error("A picture failed.", e);
            ticket.fail(e);
        } finally {
            ended(picture != null);
        }
    }

    private void ended(boolean finished) {
        lock.lock();
        try {
            running = null;
            pace.ended(finished);
        } finally {
            lock.unlock();
        }
    }

    private RenderListener watched(RenderListener listener) {
        return new RenderListener() {
            @Override
            public void step(RenderProgress progress) {
                lock.lock();
                try {
                    pace.step(progress);
                } finally {
                    lock.unlock();
                }
                listener.step(progress);
            }
        };
    }

    /** Cancels everything, waits for the step being made and gives back native memory. */
    @Override
    public void close() {
        List<RenderTicket> dropped;
        lock.lock();
        try {
            closed = true;
            dropped = List.copyOf(waiting);
            waiting.clear();
            if (running != null) {
                running.token().cancel();
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
        dropped.forEach(ticket -> ticket.fail(new RenderCancelledException("the service is stopping")));
        try {
            if (!device.join(LAST_STEP)) {
                LOG.warn("The picture being made did not stop within {} s.", LAST_STEP.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
