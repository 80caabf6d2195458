package io.emaki.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TogetherTest {

    /** Each waits for the other two, which one after the other could not. */
    @Test
    void worksAtOnceAndKeepsTheOrder() {
        CyclicBarrier allAtWork = new CyclicBarrier(3);

        List<String> results = Together.each(List.of(1, 2, 3), number -> {
            try {
                allAtWork.await(10, TimeUnit.SECONDS);
            } catch (Exception alone) {
                throw new IllegalStateException(alone);
            }
            return "result " + number;
        });

        assertThat(results).containsExactly("result 1", "result 2", "result 3");
    }

    @Test
    void oneThingNeedsNoOtherThread() {
        assertThat(Together.each(List.of(1), number -> Thread.currentThread())).containsExactly(Thread.currentThread());
    }

    @Test
    void failsAsTheWorkFailed() {
        IllegalArgumentException failure = new IllegalArgumentException("no");

        assertThatThrownBy(() -> Together.each(List.of(1, 2), number -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }
}
