package io.emaki.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param field name as the JSON has it, such as {@code appearance.outfit[0]}
 * @param message what is allowed, readable after the field's name
 */
public record FieldProblem(String field, String message) {}
