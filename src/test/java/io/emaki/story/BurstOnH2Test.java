package io.emaki.story;

import io.emaki.testing.Databases;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = Databases.H2.class)
class BurstOnH2Test extends BurstContract {}
