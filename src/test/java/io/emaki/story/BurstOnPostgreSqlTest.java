package io.emaki.story;

import io.emaki.testing.Databases;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = Databases.PostgreSql.class)
class BurstOnPostgreSqlTest extends BurstContract {}
