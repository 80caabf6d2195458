/** Emaki: narrative orchestration for avatar chat. The root package only holds the two entry points. */
@NullMarked
package io.emaki;

import org.jspecify.annotations.NullMarked;
