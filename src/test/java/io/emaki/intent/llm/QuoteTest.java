package io.emaki.intent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "She *puts on* a Cloak. | puts on* a cloak | puts on* a Cloak",
                "ＲＥＤ　ｃｌｏａｋ を着た。 | red cloak を着た | ＲＥＤ　ｃｌｏａｋ を着た",
                "マントを着た | ﾏﾝﾄを着た | マントを着た",
                "a ﬁne hat | a fine hat | a ﬁne hat",
                "sits   down | sits down | sits   down"
            })
    void givesTheWordsAsTheyStandInTheText(String text, String quotation, String found) {
        assertThat(new Quote(text).find(quotation)).contains(found);
        assertThat(text).contains(found);
    }

    @Test
    void takesLineBreaksForSpaces() {
        assertThat(new Quote("She sits\n  down.").find("sits down")).contains("sits\n  down");
    }

    @ParameterizedTest
    @CsvSource({"She sits., stands", "She sits., ''", "'', sits"})
    void findsNothingThatIsNotThere(String text, String quotation) {
        assertThat(new Quote(text).find(quotation)).isEmpty();
    }
}
