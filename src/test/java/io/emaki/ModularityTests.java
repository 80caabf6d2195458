package io.emaki;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Boundaries between the feature packages; the drawing of them is written to target/spring-modulith-docs. */
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(EmakiApplication.class);

    @Test
    void modulesOnlyUseWhatOthersOffer() {
        modules.verify();
    }

    @Test
    void drawsTheModules() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
