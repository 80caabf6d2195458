/** Diffusion schedulers as tables of coefficients. */
@NullMarked
package io.emaki.hidream.schedule;

import org.jspecify.annotations.NullMarked;
