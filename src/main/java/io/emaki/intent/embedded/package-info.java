/** The detector that needs no network: word lists, rules over tagged clauses, and a check of who is meant and whether it happened. */
@NullMarked
package io.emaki.intent.embedded;

import org.jspecify.annotations.NullMarked;
