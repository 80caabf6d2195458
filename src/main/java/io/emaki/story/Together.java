package io.emaki.story;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** The same work for several things at once, each on a virtual thread of its own. */
final class Together {

    private Together() {}

    /**
     * The results in the order of the things.
     *
     * @throws RuntimeException of the first thing whose work failed, after all have ended
     */
    static <T, R> List<R> each(List<T> things, Function<T, R> work) {
        if (things.size() == 1) {
            return List.of(work.apply(things.getFirst()));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> running = things.stream()
                    .map(thing -> threads.submit(() -> work.apply(thing)))
                    .toList();
            return running.stream().map(Together::result).toList();
        }
    }

    private static <R> R result(Future<R> running) {
        try {
            return running.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
