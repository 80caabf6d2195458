package io.emaki.persona.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.emaki.persona.Appearance;
import io.emaki.problem.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appearance as a client sends it: the outfit is one text that names the garments, or a list of them.
 *
 * @see AppearanceView
 */
record AppearanceBody(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable String> outfit,

        @Nullable String scene,
        @Nullable String pose,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable String> companions) {

    private static final int LONGEST_OUTFIT = 2000;
    private static final int MOST = 24;

    static final AppearanceBody UNKNOWN = new AppearanceBody(null, null, null, null);

    Appearance appearance() {
        List<String> garments = Require.list("appearance.outfit", outfit, 0, MOST);
        String oneText = Require.optionalText("appearance.outfit", String.join(", ", garments), LONGEST_OUTFIT);
        return Appearance.of(
                oneText,
                scene == null ? "" : scene,
                pose == null ? "" : pose,
                Require.list("appearance.companions", companions, 0, MOST));
    }
}
