package io.emaki.illustration;

import io.emaki.testing.Databases;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = Databases.PostgreSql.class)
class ResilienceOnPostgreSqlTest extends ResilienceContract {}
