/**
 * Draws and edits pictures: the port {@link io.emaki.imaging.ImageEditor}, the queue in front of the one device, and the
 * LoRA stacks by name. Knows nothing of personas and stories.
 */
@NullMarked
package io.emaki.imaging;

import org.jspecify.annotations.NullMarked;
