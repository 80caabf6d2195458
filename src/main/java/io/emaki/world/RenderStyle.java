package io.emaki.world;

/** How the picture is drawn; every style shows the same content. */
public enum RenderStyle {
    PLAIN,
    INK,
    GOLDEN_HOUR,
    NEON,
    PASTEL,
    FILM;

    /** The command-line names, for messages. */
    public static final String IDS = "plain, ink, golden-hour, neon, pastel or film";

    /** Command-line name, such as {@code golden-hour}. */
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
        throw new IllegalArgumentException("style: expected " + IDS + ", not '" + id + "'");
    }
}
