package io.emaki.problem;

import org.springframework.http.HttpStatus;

/** The request was made for a state that is not the present one any more. */
public final class StaleException extends ProblemException {

    public StaleException(String what, Object id) {
        super(
                HttpStatus.PRECONDITION_FAILED,
                new FieldProblem("If-Match", "is not the present version of " + what + " " + id + "; get it again"));
    }
}
