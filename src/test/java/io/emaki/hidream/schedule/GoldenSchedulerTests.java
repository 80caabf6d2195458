package io.emaki.hidream.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.hidream.Golden;
import io.emaki.hidream.GoldenReport;
import io.emaki.hidream.SchedulerKind;
import io.emaki.hidream.checkpoint.SafetensorsFile;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** UniPC tables and steps against the official scheduler, and the Euler schedulers against their formula. */
class GoldenSchedulerTests {

    private static final double ALLOWED = 1e-5;

    static Stream<String> tables() {
        return Golden.tensors("schedulers").entries().keySet().stream()
                .filter(name -> name.endsWith(".sigmas"))
                .map(name -> name.substring(0, name.length() - ".sigmas".length()))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void followsTheOfficialTableAndSteps(String name) {
        SafetensorsFile file = Golden.tensors("schedulers");
        String[] parts = name.split("\\.", 3);
        Scheduler scheduler =
                Scheduler.of(SchedulerKind.UNIPC, Integer.parseInt(parts[1]), Double.parseDouble(parts[2]));

        float[] sigmas = Golden.floats(file, name + ".sigmas");
        int[] times = Golden.ints(file, name + ".timesteps");
        for (int i = 0; i < scheduler.steps(); i++) {
            assertThat(scheduler.time(i)).isEqualTo(times[i]);
            assertThat(scheduler.sigma(i)).isCloseTo(sigmas[i], org.assertj.core.data.Offset.offset(ALLOWED));
        }

        float[] outputs = Golden.floats(file, name + ".model_outputs");
        float[] samples = Golden.floats(file, name + ".samples");
        double[] z = toDoubles(Golden.floats(file, name + ".x0"));
        Walk walk = new Walk(z);
        double worst = 0;
        for (int i = 0; i < scheduler.steps(); i++) {
            double[] output = toDoubles(Arrays.copyOfRange(outputs, i * z.length, (i + 1) * z.length));
            walk.step(scheduler, i, output);
            for (int j = 0; j < z.length; j++) {
                double expected = samples[i * z.length + j];
                worst = Math.max(worst, Math.abs(walk.z[j] - expected) / Math.max(1, Math.abs(expected)));
            }
        }
        GoldenReport.add(name + " samples", worst, ALLOWED);
        assertThat(worst).isLessThanOrEqualTo(ALLOWED);
    }

    private static double[] toDoubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    /** Applies updates to plain numbers as the sampler does to tensors. */
    private static final class Walk {

        private double[] z;
        private double[] corrected = {};
        private double[] m1 = {};
        private double[] m2 = {};

        Walk(double[] start) {
            z = start;
        }

        void step(Scheduler scheduler, int i, double[] output) {
            double[] m = new double[z.length];
            for (int j = 0; j < z.length; j++) {
                m[j] = z[j] - scheduler.sigma(i) * output[j];
            }
            Update update = scheduler.update(i);
            Update.Corrector corrector = update.corrector();
            double[] better = z.clone();
            if (corrector != null) {
                for (int j = 0; j < z.length; j++) {
                    better[j] = corrector.x() * corrected[j]
                            + corrector.m() * m[j]
                            + corrector.m1() * m1[j]
                            + (corrector.m2() == 0 ? 0 : corrector.m2() * m2[j]);
                }
            }
            double[] next = new double[z.length];
            for (int j = 0; j < z.length; j++) {
                next[j] = update.predictor().x() * better[j]
                        + update.predictor().m() * m[j]
                        + (update.predictor().m1() == 0 ? 0 : update.predictor().m1() * m1[j]);
            }
            corrected = better;
            m2 = m1;
            m1 = m;
            z = next;
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({"10, 1.0", "28, 3.0", "5, 2.5", "28, 1.0"})
    void flowMatchMovesAlongTheVelocity(int steps, double shift) {
        Scheduler scheduler = Scheduler.of(SchedulerKind.FLOW_MATCH, steps, shift);
        double z = 2;
        double clean = 0.5;
        for (int i = 0; i < steps; i++) {
            double sigma = scheduler.sigma(i);
            double velocity = (z - clean) / sigma;
            Update.Predictor predictor = scheduler.update(i).predictor();
            double next = predictor.x() * z + predictor.m() * clean;
            assertThat(next)
                    .isCloseTo(
                            z + (scheduler.sigma(i + 1) - sigma) * velocity, org.assertj.core.data.Offset.offset(1e-6));
            assertThat(scheduler.time(i) / 1000).isCloseTo(sigma, org.assertj.core.data.Offset.offset(1e-6));
            z = next;
        }
        assertThat(scheduler.sigma(steps)).isZero();
        assertThat(z).isCloseTo(clean, org.assertj.core.data.Offset.offset(1e-6));
    }

    @org.junit.jupiter.api.Test
    void flashRenoisesTheCleanPrediction() {
        Scheduler scheduler = Scheduler.of(SchedulerKind.FLASH, 28, 1);
        assertThat(scheduler.time(0)).isEqualTo(999);
        assertThat(scheduler.time(27)).isEqualTo(8);
        Update update = scheduler.update(3);
        assertThat(update.predictor().x()).isZero();
        assertThat(update.predictor().m()).isCloseTo(1 - 0.945, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(update.noise()).isCloseTo(0.945, org.assertj.core.data.Offset.offset(1e-6));
    }
}
