/**
 * Who may call: workspaces and their bearer tokens. A token's secret is shown once and kept only as a hash. Everything
 * under {@code /api} needs one; a controller takes the {@link io.emaki.access.Caller} as an argument.
 */
@NullMarked
package io.emaki.access;

import org.jspecify.annotations.NullMarked;
