package io.emaki.webhook;

import io.emaki.testing.Databases;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = Databases.PostgreSql.class)
class EndpointControlOnPostgreSqlTest extends EndpointControlContract {}
