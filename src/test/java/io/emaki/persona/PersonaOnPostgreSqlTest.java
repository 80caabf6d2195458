package io.emaki.persona;

import io.emaki.testing.Databases;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = Databases.PostgreSql.class)
class PersonaOnPostgreSqlTest extends PersonaContract {}
