package io.emaki.persona.web;

import io.emaki.persona.Appearance;
import java.util.List;

/** An appearance as it is shown. {@code outfit} is the garments as one text. */
record AppearanceView(String outfit, List<String> garments, String scene, String pose, List<String> companions) {

    static AppearanceView of(Appearance appearance) {
        return new AppearanceView(
                appearance.outfitText(),
                appearance.outfit(),
                appearance.scene(),
                appearance.pose(),
                appearance.companions());
    }
}
