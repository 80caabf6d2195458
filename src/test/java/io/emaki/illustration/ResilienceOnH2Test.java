package io.emaki.illustration;

import io.emaki.testing.Databases;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = Databases.H2.class)
class ResilienceOnH2Test extends ResilienceContract {}
