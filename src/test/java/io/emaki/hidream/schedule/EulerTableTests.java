package io.emaki.hidream.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.hidream.Golden;
import io.emaki.hidream.SchedulerKind;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of flow-match Euler and flash, against numbers worked out here. */
class EulerTableTests {

    private static final Offset<Double> EXACT = Offset.offset(1e-5);

    /** t' = t / (t + (1 - t) / shift), which is the shift of Esser et al. 2024 solved another way round. */
    private static double shifted(double t, double shift) {
        return t / (t + (1 - t) / shift);
    }

    @ParameterizedTest
    @CsvSource({"FLOW_MATCH,4,1", "FLOW_MATCH,10,3", "FLASH,10,3", "FLOW_MATCH,28,3", "FLASH,50,0.5", "FLASH,28,1.5"})
    void computedTablesAreShiftedEvenSpacing(SchedulerKind kind, int steps, double shift) {
        Scheduler scheduler = Scheduler.of(kind, steps, shift);
        double last = shifted(0.001, shift);

        assertThat(scheduler.steps()).isEqualTo(steps);
        for (int i = 0; i < steps; i++) {
            double share = (double) i / (steps - 1);
            double sigma = shifted((1 - share) + share * last, shift);
            assertThat(scheduler.sigma(i)).isCloseTo(sigma, EXACT);
            assertThat(scheduler.time(i)).isCloseTo(1000 * sigma, Offset.offset(1e-2));
        }
        assertThat(scheduler.sigma(steps)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"FLOW_MATCH,1,1", "FLASH,1,3", "UNIPC,1,3"})
    void oneStepGoesFromNoiseToThePrediction(SchedulerKind kind, int steps, double shift) {
        Scheduler scheduler = Scheduler.of(kind, steps, shift);
        Update update = scheduler.update(0);

        assertThat(scheduler.time(0)).isGreaterThanOrEqualTo(999);
        assertThat(update.predictor().x()).isCloseTo(0, EXACT);
        assertThat(update.predictor().m()).isCloseTo(1, EXACT);
        assertThat(update.noise()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"FLOW_MATCH", "FLASH"})
    void twentyEightStepsWithoutShiftAreTheFixedTimes(SchedulerKind kind) {
        Scheduler scheduler = Scheduler.of(kind, 28, 1);
        int i = 0;
        for (tools.jackson.databind.JsonNode time :
                Golden.manifest().path("flash").path("timesteps")) {
            assertThat(scheduler.time(i)).isEqualTo(time.asInt());
            assertThat(scheduler.sigma(i)).isCloseTo(time.asInt() / 1000.0, EXACT);
            i++;
        }
        assertThat(i).isEqualTo(scheduler.steps());
    }

    /** Renoising puts a perfect prediction back on the straight line between picture and noise. */
    @Test
    void flashKeepsAPerfectPredictionOnTheLine() {
        Scheduler scheduler = Scheduler.of(SchedulerKind.FLASH, 12, 2);
        double clean = 0.3;
        double fresh = -1.7;
        double z = 5;
        for (int i = 0; i < scheduler.steps(); i++) {
            Update update = scheduler.update(i);
            z = update.predictor().x() * z + update.predictor().m() * clean + update.noise() * fresh;
            double sigma = scheduler.sigma(i + 1);
            assertThat(z).isCloseTo((1 - sigma) * clean + sigma * fresh, EXACT);
        }
        assertThat(z).isCloseTo(clean, EXACT);
    }
}
