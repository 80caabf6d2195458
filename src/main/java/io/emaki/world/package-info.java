/**
 * The world that the shipped model is trained on: a deterministic renderer of avatars, the words that describe and
 * edit them, and the grading of a picture against the renderer's own candidates. Depends on the JDK alone.
 */
@NullMarked
package io.emaki.world;

import org.jspecify.annotations.NullMarked;
