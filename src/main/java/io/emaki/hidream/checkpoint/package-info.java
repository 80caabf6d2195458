/** Reading safetensors checkpoints and their configuration. */
@NamedInterface("checkpoint")
@NullMarked
package io.emaki.hidream.checkpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
