package io.emaki.persona;

import io.emaki.testing.Databases;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = Databases.H2.class)
class PersonaOnH2Test extends PersonaContract {}
