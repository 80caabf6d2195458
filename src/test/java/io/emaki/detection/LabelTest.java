package io.emaki.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {

    @ParameterizedTest
    @CsvSource({
        "crouch, Crouching low, true",
        "rain, in the train, false",
        "rain, the Rain begins, true",
        "帽子, 麦わら帽子, true",
        "帽子, 麦わら, false",
        "t-shirt, a white T-shirt, true",
        "'', anything, true"
    })
    void takesLatinKeywordsAsBeginningsOfWords(String keyword, String description, boolean named) {
        Label label = new Label(Axis.OUTFIT, Op.ADD, keyword.isEmpty() ? List.of() : List.of("nothing", keyword));

        assertThat(label.isNamedBy(description)).isEqualTo(named);
    }
}
