/** Reading safetensors checkpoints and their configuration. */
@NullMarked
package io.emaki.hidream.checkpoint;

import org.jspecify.annotations.NullMarked;
