/** Hands out stored pictures. */
@NullMarked
package io.emaki.media.web;

import org.jspecify.annotations.NullMarked;
