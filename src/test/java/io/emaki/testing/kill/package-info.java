/** The service killed at the worst moments. */
@NullMarked
package io.emaki.testing.kill;

import org.jspecify.annotations.NullMarked;
