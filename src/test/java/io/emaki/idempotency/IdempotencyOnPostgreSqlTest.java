package io.emaki.idempotency;

import io.emaki.testing.Databases;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = Databases.PostgreSql.class)
class IdempotencyOnPostgreSqlTest extends IdempotencyContract {}
