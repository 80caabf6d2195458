package io.emaki.imaging;

import java.util.List;

/**
 * A stack as its YAML file describes it.
 *
 * @param name what personas and requests call it; the file's name without its ending
 */
public record LoraStackDefinition(String name, String title, String description, List<Adapter> adapters) {

    /**
     * One adapter of the stack.
     *
     * @param file as the YAML file writes it, relative to the adapters folder
     */
    public record Adapter(String file, double weight, Rating rating) {}

    public LoraStackDefinition {
        adapters = List.copyOf(adapters);
    }

    /** Mature when one of its adapters is. */
    public Rating rating() {
        return adapters.stream().anyMatch(adapter -> adapter.rating() == Rating.MATURE) ? Rating.MATURE : Rating.SFW;
    }
}
