/** Detection by a language model behind any OpenAI-compatible address. */
@NullMarked
package io.emaki.intent.llm;

import org.jspecify.annotations.NullMarked;
