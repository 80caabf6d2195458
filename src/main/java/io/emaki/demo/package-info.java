/**
 * A scripted story played against the running service the way a chat product would: over HTTP, with a webhook receiver of
 * its own. It leaves a storyboard and a report.
 */
@NullMarked
package io.emaki.demo;

import org.jspecify.annotations.NullMarked;
