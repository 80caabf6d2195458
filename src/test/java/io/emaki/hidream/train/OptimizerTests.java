package io.emaki.hidream.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OptimizerTests {

    private static final int ROWS = 24;
    private static final int COLUMNS = 16;

    @Test
    void dynamicCodesAscendFromTheSmallestToOne() {
        float[] signed = DynamicCodes.signed();
        float[] unsigned = DynamicCodes.unsigned();

        for (float[] codes : new float[][] {signed, unsigned}) {
            assertThat(codes).hasSize(256).isSorted().doesNotHaveDuplicates().contains(0f, 1f);
        }
        for (float code : signed) {
            assertThat(code == 1f || contains(signed, -code)).isTrue();
        }
        assertThat(unsigned[0]).isZero();
        assertThat(unsigned[1]).isCloseTo(0.325e-6f, within(1e-9f));
        assertThat(signed[DynamicCodes.zeroOfSigned() & 0xFF]).isZero();
    }

    private static boolean contains(float[] codes, float value) {
        for (float code : codes) {
            if (code == value) {
                return true;
            }
        }
        return false;
    }

    @Test
    void muonsStepIsNearlyOrthogonalWhateverTheGradientsSize() {
        float[] values = new float[ROWS * COLUMNS];
        Random random = new Random(5);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * (1 + i % COLUMNS) * 1e-4);
        }
        float[] moved = step(values);

        double scale = 0.2 * Math.sqrt(Math.max(ROWS, COLUMNS));
        for (int a = 0; a < COLUMNS; a++) {
            for (int b = 0; b < COLUMNS; b++) {
                double dot = 0;
                for (int row = 0; row < ROWS; row++) {
                    dot += moved[row * COLUMNS + a] * moved[row * COLUMNS + b] / (scale * scale);
                }
                // Singular values between 0.7 and 1.2 leave the Gram matrix within this of the identity.
                assertThat(dot).isCloseTo(a == b ? 1 : 0, within(0.5));
            }
        }
    }

    /** Minus what one step of rate 1 adds to a matrix of zeros. */
    private static float[] step(float[] gradient) {
        try (Kernel tensors = Kernel.load("engine", true);
                Kernel trainer = Kernel.load("trainer", true);
                Exchange exchange = new Exchange(tensors, "cpu");
                Handle master = exchange.floats(new float[gradient.length]);
                Handle grads = exchange.floats(gradient);
                Handle first = exchange.floats(new float[gradient.length]);
                Handle second = exchange.floats(new float[gradient.length]);
                Handle zero = list(tensors, 0);
                Handle rows = list(tensors, ROWS);
                Handle columns = list(tensors, COLUMNS)) {
            trainer.call(
                            "muon", master, grads, first, second, 1, 1.0, 0.95, 0.95, 1e-8, 0.0, zero, rows, columns,
                            zero, 1)
                    .close();
            float[] moved = exchange.toFloats(master);
            for (int i = 0; i < moved.length; i++) {
                moved[i] = -moved[i];
            }
            return moved;
        }
    }

    private static Handle list(Kernel tensors, long value) {
        Handle list = tensors.call("ints");
        tensors.run("add_int", list, value);
        return list;
    }
}
