/** REST routes of webhook endpoints and their delivery log. */
@NullMarked
package io.emaki.webhook.web;

import org.jspecify.annotations.NullMarked;
