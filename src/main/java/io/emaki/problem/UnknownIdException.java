package io.emaki.problem;

import org.springframework.http.HttpStatus;

/** Nothing in the caller's workspace has this id (404). */
public final class UnknownIdException extends ProblemException {

    /** @param field what was named by the id, such as {@code persona} */
    public UnknownIdException(String field, Object id) {
        super(HttpStatus.NOT_FOUND, new FieldProblem(field, "does not exist: " + id));
    }
}
