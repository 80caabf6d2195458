package io.emaki.story;

import io.emaki.testing.Databases;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The same way with the embedded detector and the embedded model, as the service runs by default. */
@TestPropertySource(properties = "emaki.model.path=models/avatar-mini")
@ContextConfiguration(initializers = Databases.H2.class)
class LiveStoryOnRealPartsTest extends LiveStoryContract {}
