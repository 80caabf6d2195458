/** Reading LoRA adapters and combining them into stacks. */
@NullMarked
package io.emaki.hidream.lora;

import org.jspecify.annotations.NullMarked;
