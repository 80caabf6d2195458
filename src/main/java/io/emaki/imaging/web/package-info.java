/** The picture routes as OpenAI's clients speak them, and the model list. */
@NullMarked
package io.emaki.imaging.web;

import org.jspecify.annotations.NullMarked;
