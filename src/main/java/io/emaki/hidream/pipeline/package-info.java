/** From a request to a picture: prefix cache, denoising loop, guidance. */
@NullMarked
package io.emaki.hidream.pipeline;

import org.jspecify.annotations.NullMarked;
