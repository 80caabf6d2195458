/** REST routes of personas. */
@NullMarked
package io.emaki.persona.web;

import org.jspecify.annotations.NullMarked;
