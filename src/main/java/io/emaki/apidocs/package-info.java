/**
 * The OpenAPI document of the service at {@code /openapi.json}, which anybody may read. Most of it follows from the
 * controllers; the routes for OpenAI clients judge their requests themselves and are described by a resource.
 */
@NullMarked
package io.emaki.apidocs;

import org.jspecify.annotations.NullMarked;
