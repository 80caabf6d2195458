/** The filter that asks every call under {@code /api} for its token. */
@NullMarked
package io.emaki.access.web;

import org.jspecify.annotations.NullMarked;
