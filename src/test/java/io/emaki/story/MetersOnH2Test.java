package io.emaki.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.testing.Databases;
import io.emaki.testing.ServiceContract;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = Databases.H2.class)
class MetersOnH2Test extends ServiceContract {

    @Test
    void aTokenOpensTheMeters() {
        assertThat(get("/actuator/metrics")).hasStatusOk();
        assertThat(get("/actuator/env")).hasStatus(404);
    }
}
