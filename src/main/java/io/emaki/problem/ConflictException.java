package io.emaki.problem;

import org.springframework.http.HttpStatus;

/** The request is well-formed and the state of what it names does not allow it (409). */
public final class ConflictException extends ProblemException {

    public ConflictException(String field, String message) {
        super(HttpStatus.CONFLICT, new FieldProblem(field, message));
    }
}
