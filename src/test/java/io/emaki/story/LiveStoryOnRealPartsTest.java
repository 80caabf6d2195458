package io.emaki.story;

import io.emaki.testing.Databases;
import org.springframework.test.context.ContextConfiguration;

/** The same way with the embedded detector and the embedded model, as the service runs by default. */
@ContextConfiguration(initializers = Databases.H2.class)
class LiveStoryOnRealPartsTest extends LiveStoryContract {}
