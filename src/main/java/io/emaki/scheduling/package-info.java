/** Durable background work on the service's own database, by db-scheduler. */
@NullMarked
package io.emaki.scheduling;

import org.jspecify.annotations.NullMarked;
