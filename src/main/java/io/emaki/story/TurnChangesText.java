package io.emaki.story;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Detected changes as JSON in a character column. */
@Converter
final class TurnChangesText implements AttributeConverter<List<TurnChange>, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<TurnChange>> TYPE = new TypeReference<>() {};

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<TurnChange> changes) {
        return changes == null ? null : JSON.writeValueAsString(changes);
    }

    @Override
    public @Nullable List<TurnChange> convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : JSON.readValue(text, TYPE);
    }
}
