package io.emaki.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private long seconds;
    private final Pace pace = new Pace(() -> seconds * 1_000_000_000L);

    @Test
    void takesAFreshGuessBeforeAnythingWasMeasured() {
        assertThat(pace.untilFree(1)).isEqualTo(Duration.ofSeconds(1));
        pace.started();
        assertThat(pace.untilFree(1)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void measuresWholePictures() {
        make(20);

        pace.started();
        assertThat(pace.untilFree(1)).isEqualTo(Duration.ofSeconds(20));
        seconds += 15;
        assertThat(pace.untilFree(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(pace.untilFree(3)).isEqualTo(Duration.ofSeconds(45));
        seconds += 100;
        assertThat(pace.untilFree(1)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void laterPicturesCountMore() {
        make(20);
        make(10);

        pace.started();
        assertThat(pace.untilFree(1)).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void theStepsOfThePresentPictureKnowBetter() {
        make(20);
        pace.started();
        pace.step(new RenderProgress(10, 50, 3, () -> new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)));

        assertThat(pace.untilFree(1)).isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void aCancelledPictureMeasuresNothing() {
        make(20);
        pace.started();
        seconds += 1;
        pace.ended(false);
        pace.started();

        assertThat(pace.untilFree(1)).isEqualTo(Duration.ofSeconds(20));
    }

    private void make(int taken) {
        pace.started();
        seconds += taken;
        pace.ended(true);
    }
}
