package io.emaki.intent.embedded.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.intent.PersonaView;
import io.emaki.intent.TurnText;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseReaderTest {

    private static final JapaneseReader READER = new JapaneseReader();

    private static List<String> changes(String speaker, String text) {
        PersonaView persona = new PersonaView("千夏", "紺のセーター", "喫茶店", "座っている", List.of("柴犬のまめ"));
        return READER.read(new TurnText(speaker, text, List.of(), persona)).stream()
                .map(change -> (change.axis() + " " + change.op()).toLowerCase(Locale.ROOT))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "persona, *首にスカーフを巻き直す*, outfit add",
        "persona, （セーターを脱いで椅子の背に放る）, outfit remove",
        "narrator, 一時間後、千夏は桟橋に立っていた。, scene set",
        "narrator, 日が落ち、通りの提灯に火が入った。, scene set",
        "persona, *壁に背を預ける*, pose set",
        "narrator, まめは尻尾を振りながら、通りの向こうへ走り去った。, companion remove",
        "user, *千夏の頭に麦わら帽子をかぶせてやる* 日焼けするよ, outfit add",
        "persona, （足元の草むらから白猫が現れ、肩に飛び乗った）, companion add"
    })
    void findsWhatIsDone(String speaker, String text, String change) {
        assertThat(changes(speaker, text)).contains(change);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "（スカーフに手を伸ばしかけて、やめる）",
                "（立ち上がろうとして、やっぱり座り直す）",
                "明日になったら、桟橋まで行ってみようかな。",
                "（向かいの客が帽子をかぶり、店を出ていった）",
                "もしも雪が降ったら、コートを着て出かけよう。"
            })
    void leavesOutWhatIsNot(String text) {
        assertThat(changes("persona", text)).isEmpty();
    }
}
