package io.emaki.hidream.pipeline;

/**
 * What the AR part's keys and values depend on, and the rotary table with them.
 *
 * @param references digest of the prepared references and their views
 * @param stack key of the attached LoRA stack, adapters by content with weights
 */
record PrefixKey(String prompt, String references, String stack, int width, int height) {}
