package io.emaki.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emaki.intent.Axis;
import io.emaki.intent.Detection;
import io.emaki.intent.Op;
import io.emaki.intent.PersonaView;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DetectorEvaluationTest {

    private static final VisualChange SIT = new VisualChange(Axis.POSE, Op.SET, "sitting", "sit", 1);
    private static final VisualChange HAT = new VisualChange(Axis.OUTFIT, Op.ADD, "cap", "cap", 1);

    /** Half right, half missed, one named wrongly, one false trigger, one rightly quiet. */
    private static final List<TurnLine> TURNS = List.of(
            line(
                    "both",
                    "en",
                    "dev",
                    new Label(Axis.POSE, Op.SET, List.of("sit")),
                    new Label(Axis.SCENE, Op.SET, List.of())),
            line("hat", "ja", "test", new Label(Axis.OUTFIT, Op.ADD, List.of("hat"))),
            line("missed", "ja", "test", new Label(Axis.OUTFIT, Op.ADD, List.of("hat"))),
            line("false", "en", "dev"),
            line("quiet", "en", "dev"));

    private static TurnLine line(String id, String lang, String tag, Label... labels) {
        TurnText turn = new TurnText("narrator", id, List.of(), new PersonaView("Mara", "coat", "pier", "", List.of()));
        return new TurnLine(id, lang, turn, List.of(labels), List.of(tag), "");
    }

    private static Detection detect(TurnText turn) {
        return new Detection(
                turn.text().equals("quiet") ? "gate" : "script",
                switch (turn.text()) {
                    case "both", "false" -> List.of(SIT);
                    case "hat" -> List.of(HAT);
                    default -> List.of();
                });
    }

    /** Each look at the clock takes a millisecond. */
    private static DetectorReport evaluate(Duration atFullSpeed) {
        AtomicLong nanos = new AtomicLong();
        return new DetectorEvaluation(
                        turn -> !turn.text().equals("quiet"), () -> nanos.addAndGet(1_000_000), atFullSpeed)
                .run("script", TURNS, () -> DetectorEvaluationTest::detect, done -> {});
    }

    @Test
    void countsPairsOfAxisAndOp() {
        DetectorReport report = evaluate(Duration.ZERO);

        Figures all = report.overall();
        assertThat(all.right()).isEqualTo(2);
        assertThat(all.wrong()).isEqualTo(1);
        assertThat(all.missed()).isEqualTo(2);
        assertThat(all.precision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(all.recall()).isEqualTo(0.5);
        assertThat(all.f1()).isCloseTo(4 / 7.0, within(1e-9));
        assertThat(all.falseTriggerRate()).isEqualTo(0.5);
        assertThat(all.named()).isEqualTo(0.5);
        assertThat(report.axes().get("scene").recall()).isZero();
        assertThat(report.axes().get("scene").precision()).isNull();
        assertThat(report.axes().get("pose").precision()).isEqualTo(0.5);
        assertThat(report.languages()).containsOnlyKeys("en", "ja");
        assertThat(report.kinds().get("test").turns()).isEqualTo(2);
        assertThat(report.answered()).containsEntry("gate", 1).containsEntry("script", 4);
    }

    @Test
    void judgesTheGateByItself() {
        GateFigures gate = evaluate(Duration.ZERO).gate().get("all");

        assertThat(gate).isEqualTo(new GateFigures(3, 1.0, 2, 0.5));
    }

    @Test
    void showsWhatWentWrong() {
        DetectorReport report = evaluate(Duration.ZERO);

        assertThat(report.confusions()).extracting(Confusion::id).containsExactly("both", "hat", "missed", "false");
        assertThat(DetectorTable.of(report, 4))
                .contains("both  missed scene set", "hat  unnamed outfit add: cap", "false  wrong pose set: sitting")
                .contains("passes 100.0% of 3 turns with changes, skips 50.0% of 2 without");
        assertThat(DetectorTable.of(report, 0)).doesNotContain("went wrong");
    }

    @Test
    void measuresTheStartAndThenWholePasses() {
        assertThat(evaluate(Duration.ZERO).latency().turnsPerSecond()).isCloseTo(1000, within(1e-6));
        assertThat(evaluate(Duration.ZERO).latency().startUpMillis()).isEqualTo(2);
        assertThat(evaluate(Duration.ofMillis(50)).latency().medianMillis()).isEqualTo(1);
    }
}
