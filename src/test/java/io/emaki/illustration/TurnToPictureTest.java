package io.emaki.illustration;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.HiDreamEngine;
import io.emaki.hidream.ImageRequest;
import io.emaki.hidream.Precision;
import io.emaki.hidream.ProgressListener;
import io.emaki.intent.PersonaView;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.emaki.intent.embedded.EmbeddedDetector;
import io.emaki.persona.Appearance;
import io.emaki.persona.AppearanceChange;
import io.emaki.persona.Facet;
import io.emaki.persona.Operation;
import io.emaki.world.Companion;
import io.emaki.world.Grade;
import io.emaki.world.Identity;
import io.emaki.world.Language;
import io.emaki.world.Outfit;
import io.emaki.world.OutfitColour;
import io.emaki.world.Pose;
import io.emaki.world.Scene;
import io.emaki.world.State;
import io.emaki.world.StyleBlend;
import io.emaki.world.TimeOfDay;
import io.emaki.world.WorldDataset;
import io.emaki.world.WorldGrader;
import io.emaki.world.WorldRenderer;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From the words of a turn, by the embedded detector and the model that comes with Emaki, to the right picture. */
class TurnToPictureTest {

    private static final State START =
            new State(Outfit.DRESS, OutfitColour.BLUE, Scene.FOREST, TimeOfDay.DAY, Pose.STANDING, Companion.NONE);
    private static final Identity WHO =
            WorldDataset.evaluation(3).edit(0, Language.ENGLISH).identity();
    private static final PersonaView ENGLISH =
            new PersonaView("Rin", "a blue dress", "a forest by day", "standing", List.of());
    private static final PersonaView JAPANESE = new PersonaView("凛", "青いワンピース", "昼の森", "立っている", List.of());
    private static final PersonaView CHINESE = new PersonaView("小凛", "蓝色连衣裙", "白天的森林", "站着", List.of());

    private static final EmbeddedDetector DETECTOR = new EmbeddedDetector();
    private static HiDreamEngine engine;

    private final InstructionWriter writer = new InstructionWriter(new IllustrationSettings(
            "prompts",
            new IllustrationSettings.Edits(
                    1, List.of(), Duration.ZERO, Duration.ofMinutes(15), Duration.ofMinutes(10), 3, 1, 0, 0)));
    private final WorldRenderer renderer = new WorldRenderer();
    private final WorldGrader grader = new WorldGrader(renderer);

    @BeforeAll
    static void open() {
        engine = HiDreamEngine.open(Path.of("models/avatar-mini"), null, Precision.FLOAT32);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static Stream<Arguments> turns() {
        State beach = START.with(Scene.BEACH).with(TimeOfDay.SUNSET);
        State snow = START.with(Scene.SNOW).with(TimeOfDay.NIGHT);
        State kimono = START.with(Outfit.KIMONO).with(OutfitColour.RED);
        return Stream.of(
                Arguments.of(ENGLISH, "*Rin comes back out in a red kimono.*", kimono),
                Arguments.of(ENGLISH, "*At sunset Rin arrives at the beach.*", beach),
                Arguments.of(ENGLISH, "*Rin sits down.* That was a long way.", START.with(Pose.SITTING)),
                Arguments.of(JAPANESE, "*凛は赤い着物に着替えて出てきた。*", kimono),
                Arguments.of(JAPANESE, "*夕暮れ時、凛は砂浜にたどり着いた。*", beach),
                Arguments.of(JAPANESE, "*黒猫が駆け寄ってきて、凛の隣に座った。*", START.with(Companion.CAT)),
                Arguments.of(JAPANESE, "*真夜中、凛は雪山に到着した。*", snow),
                Arguments.of(CHINESE, "*小凛换上了一件红色的和服走了出来。*", kimono),
                Arguments.of(CHINESE, "*黄昏时分，小凛来到了海滩。*", beach),
                Arguments.of(CHINESE, "*一只小狗跑来，跟在小凛身边。*", START.with(Companion.DOG)),
                Arguments.of(CHINESE, "*小凛坐了下来，双手放在膝上。*", START.with(Pose.SITTING)));
    }

    @ParameterizedTest
    @MethodSource("turns")
    void aTurnLeadsToItsPicture(PersonaView persona, String text, State wanted) {
        Appearance shown = Appearance.of(persona.outfit(), persona.scene(), persona.pose(), persona.companions());
        Appearance changed =
                shown.with(DETECTOR.detect(new TurnText("narrator", text, List.of(), persona)).changes().stream()
                        .map(TurnToPictureTest::change)
                        .toList());

        String instruction = writer.edit(shown, changed);
        Grade grade = grader.grade(edit(instruction), WHO, wanted, START, StyleBlend.PLAIN);

        assertThat(grade.seen().state()).as(instruction).isEqualTo(wanted);
        assertThat(grade.seen().identity()).as(instruction).isEqualTo(WHO);
    }

    private BufferedImage edit(String instruction) {
        BufferedImage reference =
                renderer.render(WHO, START, StyleBlend.PLAIN, engine.info().nativeWidth());
        return engine.generate(
                        ImageRequest.builder(instruction, engine.info())
                                .seed(1)
                                .references(List.of(reference))
                                .build(),
                        ProgressListener.silent(),
                        new CancellationToken())
                .image();
    }

    private static AppearanceChange change(VisualChange change) {
        return new AppearanceChange(
                Facet.valueOf(change.axis().name()),
                Operation.valueOf(change.op().name()),
                change.description(),
                change.evidence());
    }
}
