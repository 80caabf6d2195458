/**
 * Lets clients repeat a POST safely: with an {@code Idempotency-Key} the first answer is kept for a day and given again.
 * The key belongs to a workspace and a route. The answer is stored after the work is done, not in its transaction: a
 * process that dies in between has done the work, and a repetition after the lease does it once more.
 */
@NullMarked
package io.emaki.idempotency;

import org.jspecify.annotations.NullMarked;
