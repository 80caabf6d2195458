package io.emaki.story;

import io.emaki.testing.Databases;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

@Import(LiveStoryContract.InstantParts.class)
@ContextConfiguration(initializers = Databases.H2.class)
class LiveStoryOnH2Test extends LiveStoryContract {}
