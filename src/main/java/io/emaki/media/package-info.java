/**
 * Pictures kept under the SHA-256 of their bytes, the marking of pictures as made by a model, and the links to them.
 */
@NullMarked
package io.emaki.media;

import org.jspecify.annotations.NullMarked;
