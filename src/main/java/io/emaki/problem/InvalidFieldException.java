package io.emaki.problem;

import org.springframework.http.HttpStatus;

/** A field holds what it may not hold (400). */
public final class InvalidFieldException extends ProblemException {

    /** @param message what is allowed, readable after the field's name: {@code "must be 1 to 100 characters"} */
    public InvalidFieldException(String field, String message) {
        super(HttpStatus.BAD_REQUEST, new FieldProblem(field, message));
    }
}
