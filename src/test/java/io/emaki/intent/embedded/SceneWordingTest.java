package io.emaki.intent.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.intent.Axis;
import io.emaki.intent.PersonaView;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenes are worded as a place with its time and weather, so that they can follow "change the scene to". */
class SceneWordingTest {

    private static final EmbeddedDetector DETECTOR = new EmbeddedDetector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a forest by day | Rin steps into the tavern, where the fire is lit and every table has a story going. | tavern",
                "a forest by day | At dusk Rin arrives at the beach. | beach at dusk",
                "a beach at sunset | Night falls, and Rin shivers. | a beach at night",
                "a beach at sunset | It begins to rain. | a beach in the rain",
                "昼の森 | 夜明け前、凛は雪山の頂にたどり着いた。 | 夜明け前の雪山の頂",
                "昼の森 | 凛は夕暮れの浜辺に出た。 | 夕暮れの浜辺",
                "夕暮れの浜辺 | やがて夜になった。 | 夜の浜辺",
                "浜辺 | 雨が降り出した。 | 雨の浜辺",
                "白天的森林 | 黄昏时分，小凛来到了海滩，坐在沙地上。 | 黄昏的海滩",
                "日落的海滩 | 夜幕降临了。 | 夜晚的海滩",
                "海滩 | 忽然下起了雨。 | 雨中的海滩"
            })
    void aSceneIsAPlaceWithItsTimeAndWeather(String before, String text, String scene) {
        String name = text.contains("凛") || !before.contains("a ") ? (text.contains("小凛") ? "小凛" : "凛") : "Rin";
        PersonaView persona = new PersonaView(name, "a coat", before, "", List.of());

        assertThat(DETECTOR.detect(new TurnText("narrator", text, List.of(), persona))
                        .changes())
                .filteredOn(change -> change.axis() == Axis.SCENE)
                .extracting(VisualChange::description)
                .containsExactly(scene);
    }
}
