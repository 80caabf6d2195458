package io.emaki.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    /** Wilson's interval solves (p - share)^2 = z^2 p (1 - p) / total for p. */
    @ParameterizedTest
    @CsvSource({"9, 10, 0.5958, 0.9821", "0, 20, 0, 0.1611", "20, 20, 0.8389, 1", "190, 200, 0.9104, 0.9726"})
    void intervalsAreWilsons(double hits, int total, double low, double high) {
        Share share = new Share(hits, total);

        assertThat(share.low()).isCloseTo(low, within(1e-4));
        assertThat(share.high()).isCloseTo(high, within(1e-4));
        for (double end : new double[] {share.low(), share.high()}) {
            double distance = end - share.value();
            assertThat(distance * distance).isCloseTo(1.959964 * 1.959964 * end * (1 - end) / total, within(1e-9));
        }
    }

    @Test
    void withoutTrialsAnythingCanBe() {
        assertThat(Share.NONE.low()).isZero();
        assertThat(Share.NONE.high()).isEqualTo(1);
    }

    @Test
    void trialsAddUp() {
        assertThat(Share.of(true).plus(Share.of(false)).plus(new Share(0.5, 1))).isEqualTo(new Share(1.5, 3));
    }
}
