package io.emaki.story;

import io.emaki.testing.Databases;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

// Stand-in pictures of one colour are no edits that a check could accept.
@TestPropertySource(properties = "emaki.check.kind=none")
@Import(LiveStoryContract.InstantParts.class)
@ContextConfiguration(initializers = Databases.H2.class)
class LiveStoryOnH2Test extends LiveStoryContract {}
