package io.emaki.intent.embedded.english;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Word lists and rules that the jar holds. */
final class Resources {

    private Resources() {}

    static List<String> lines(String file) {
        try (InputStream in = Resources.class.getResourceAsStream("/io/emaki/intent/embedded/english/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks io/emaki/intent/embedded/english/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
