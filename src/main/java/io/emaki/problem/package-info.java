/** How the service says no: exceptions that name the field, shown as RFC 9457 problem details with a list of errors. */
@NullMarked
package io.emaki.problem;

import org.jspecify.annotations.NullMarked;
