package io.emaki.story;

import io.emaki.testing.Databases;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

@Import(LiveStoryContract.InstantParts.class)
@ContextConfiguration(initializers = Databases.PostgreSql.class)
class LiveStoryOnPostgreSqlTest extends LiveStoryContract {}
