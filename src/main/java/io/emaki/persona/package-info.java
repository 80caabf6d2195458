/** Personas: who they are, how they look now, every change of their looks, and the pictures that show them. */
@NullMarked
package io.emaki.persona;

import org.jspecify.annotations.NullMarked;
