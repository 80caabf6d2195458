package io.emaki.intent.embedded;

import io.emaki.intent.PersonaView;
import io.emaki.intent.TurnText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A turn with the changes that a reader finds in it. */
record LabelledTurn(
        String id,
        String lang,
        PersonaView persona,
        List<String> history,
        String speaker,
        String text,
        List<Label> expected) {

    /** A right description holds any of the keywords. */
    record Label(String axis, String op, List<String> keywords) {}

    TurnText turn() {
        return new TurnText(speaker, text, history, persona);
    }

    static List<LabelledTurn> all() throws IOException {
        JsonMapper json = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        try (InputStream in = LabelledTurn.class.getResourceAsStream("/io/emaki/intent/turns.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> json.readValue(line, LabelledTurn.class))
                    .toList();
        }
    }
}
