/** REST routes of stories and turns. */
@NullMarked
package io.emaki.story.web;

import org.jspecify.annotations.NullMarked;
