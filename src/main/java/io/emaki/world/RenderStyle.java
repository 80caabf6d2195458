package io.emaki.world;

/** How the picture is drawn; every style shows the same content. */
public enum RenderStyle {
    PLAIN,
    INK,
    GOLDEN_HOUR,
    NEON;

    /** Command-line name: {@code plain}, {@code ink}, {@code golden-hour}, {@code neon}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming the allowed ids */
    public static RenderStyle parse(String id) {
        for (RenderStyle style : values()) {
            if (style.id().equals(id)) {
                return style;
            }
        }
        throw new IllegalArgumentException("style: expected plain, ink, golden-hour or neon, not '" + id + "'");
    }
}
