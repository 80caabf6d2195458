package io.emaki.persona;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Facets as their names with commas between. */
@Converter
final class FacetsText implements AttributeConverter<Set<Facet>, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Set<Facet> facets) {
        return facets == null ? null : facets.stream().sorted().map(Facet::name).collect(Collectors.joining(","));
    }

    @Override
    public @Nullable Set<Facet> convertToEntityAttribute(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(text.split(","))
                .filter(name -> !name.isEmpty())
                .map(Facet::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
