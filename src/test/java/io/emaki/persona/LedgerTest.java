package io.emaki.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a white shirt, a skirt and boots | a white shirt / a skirt / boots
            a black and white dress          | a black and white dress
            a red and gold robe and sandals  | a red and gold robe / sandals
            赤いコート、帽子                     | 赤いコート / 帽子
            plate armor                      | plate armor
            a hat,, ,and a scarf             | a hat / a scarf
            """)
    void takesATextApartIntoThings(String text, String entries) {
        assertThat(Ledger.parse(text)).containsExactly(entries.split(" / "));
    }

    @Test
    void keepsWhatWasPutOnOneTurnAfterTheOther() {
        List<String> shirt = Ledger.with(List.of(), "a white shirt");
        List<String> both = Ledger.with(shirt, "a pleated skirt");

        assertThat(both).containsExactly("a white shirt", "a pleated skirt");
        assertThat(Ledger.with(both, "The white shirt")).containsExactly("a pleated skirt", "The white shirt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the coat               | a white shirt / a heavy wool coat / boots | a white shirt / boots
            her hat                | a straw hat / a dress                     | a dress
            boot                   | brown boots / a dress                     | a dress
            the hat and the scarf  | a hat / a red scarf / jeans               | jeans
            a helmet               | plate armor                               | plate armor
            red scarf              | a blue scarf / a red scarf / a red dress  | a blue scarf / a red dress
            the scarf              | a blue scarf / a red scarf                | a blue scarf
            コート                   | 赤いコート / 帽子                              | 帽子
            帽子                     | a straw hat / a dress                     | a straw hat / a dress
            猫                      | a grey cat                                |
            """)
    void takesOffTheBestMatchOnly(String removed, String worn, String left) {
        List<String> expected = left == null ? List.of() : List.of(left.split(" / "));

        assertThat(Ledger.without(List.of(worn.split(" / ")), removed)).containsExactlyElementsOf(expected);
    }

    @Test
    void forgetsTheOldestOfTooManyThings() {
        List<String> entries = List.of();
        for (int i : IntStream.range(0, Ledger.MOST + 1).toArray()) {
            entries = Ledger.with(entries, "ring " + i);
        }

        assertThat(entries).hasSize(Ledger.MOST).doesNotContain("ring 0").endsWith("ring " + Ledger.MOST);
    }
}
