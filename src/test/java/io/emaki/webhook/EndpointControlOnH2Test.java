package io.emaki.webhook;

import io.emaki.testing.Databases;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = Databases.H2.class)
class EndpointControlOnH2Test extends EndpointControlContract {}
