package io.emaki.persona;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values kept as JSON in plain character columns, which both databases have. */
final class JsonText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonText() {}

    @Converter
    static final class OfAppearance implements AttributeConverter<Appearance, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Appearance appearance) {
            return appearance == null ? null : JSON.writeValueAsString(appearance);
        }

        @Override
        public @Nullable Appearance convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : JSON.readValue(text, Appearance.class);
        }
    }

    @Converter
    static final class OfChanges implements AttributeConverter<List<AppearanceChange>, String> {

        private static final TypeReference<List<AppearanceChange>> TYPE = new TypeReference<>() {};

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable List<AppearanceChange> changes) {
            return changes == null ? null : JSON.writeValueAsString(changes);
        }

        @Override
        public @Nullable List<AppearanceChange> convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : JSON.readValue(text, TYPE);
        }
    }
}
