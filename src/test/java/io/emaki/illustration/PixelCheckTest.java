package io.emaki.illustration;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.media.PictureEncoder;
import io.emaki.persona.Appearance;
import io.emaki.world.Axis;
import io.emaki.world.Identity;
import io.emaki.world.Language;
import io.emaki.world.State;
import io.emaki.world.WorldDataset;
import io.emaki.world.WorldRenderer;
import io.emaki.world.WorldSample;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** On drawings whose truth is known. */
class PixelCheckTest {

    private static final int SAMPLES = 80;

    private final WorldRenderer renderer = new WorldRenderer();
    private final WorldDataset edits = WorldDataset.evaluation(12);
    private final PixelCheck check = new PixelCheck();

    @Test
    void rightEditsAreKept() {
        int kept = 0;
        for (int i = 0; i < SAMPLES; i++) {
            WorldSample sample = edits.edit(i, Language.ENGLISH);
            kept += accepts(sample, sample.identity(), sample.target()) ? 1 : 0;
        }
        assertThat(kept).isGreaterThanOrEqualTo(SAMPLES * 95 / 100);
    }

    @Test
    void editsThatChangedNothingAreNot() {
        for (int i = 0; i < SAMPLES; i++) {
            WorldSample sample = edits.edit(i, Language.ENGLISH);
            assertThat(accepts(sample, sample.identity(), reference(sample))).isFalse();
        }
    }

    @Test
    void aSceneThatChangedAgainstTheOrderIsNotKept() {
        int rejected = 0;
        int tried = 0;
        for (int i = 0; i < SAMPLES; i++) {
            WorldSample sample = edits.edit(i, Language.ENGLISH);
            if (!scene(sample)) {
                State elsewhere = edits.edit(i + 1000, Language.ENGLISH).target();
                State wrong = sample.target().with(elsewhere.scene()).with(elsewhere.time());
                if (!wrong.equals(sample.target())) {
                    tried++;
                    rejected += accepts(sample, sample.identity(), wrong) ? 0 : 1;
                }
            }
        }
        assertThat(tried).isGreaterThan(20);
        assertThat(rejected).isGreaterThanOrEqualTo(tried * 9 / 10);
    }

    @Test
    void whatIsNoPictureIsNotJudged() {
        Appearance looks = Appearance.of("a coat", "", "", List.of());
        byte[] nothing = {1, 2, 3};

        assertThat(check.check(new ResultCheck.Result(nothing, nothing, null, looks, looks))
                        .accepted())
                .isTrue();
    }

    private boolean accepts(WorldSample sample, Identity drawn, State shown) {
        byte[] before = PictureEncoder.png(renderer.render(sample.identity(), reference(sample)));
        byte[] after = PictureEncoder.png(renderer.render(drawn, shown));
        return check.check(
                        new ResultCheck.Result(before, after, before, looks(reference(sample)), looks(sample.target())))
                .accepted();
    }

    private static boolean scene(WorldSample sample) {
        return sample.changed().contains(Axis.SCENE) || sample.changed().contains(Axis.TIME);
    }

    private static State reference(WorldSample sample) {
        return Objects.requireNonNull(sample.reference());
    }

    private static Appearance looks(State state) {
        return Appearance.of(
                state.colour() + " " + state.outfit(),
                state.scene() + " at " + state.time(),
                state.pose().toString(),
                List.of(state.companion().toString()));
    }
}
