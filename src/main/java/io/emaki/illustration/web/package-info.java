/** REST routes of edit jobs. */
@NullMarked
package io.emaki.illustration.web;

import org.jspecify.annotations.NullMarked;
