package io.emaki.idempotency;

import io.emaki.testing.Databases;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = Databases.H2.class)
class IdempotencyOnH2Test extends IdempotencyContract {}
