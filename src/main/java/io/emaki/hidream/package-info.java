/**
 * The HiDream-O1 image engine on DJL: checkpoints, tokenizer, sequence layout, TorchScript kernels, schedulers, LoRA
 * stacks and the pipelines. Knows nothing of Spring, HTTP or personas.
 */
@NullMarked
package io.emaki.hidream;

import org.jspecify.annotations.NullMarked;
