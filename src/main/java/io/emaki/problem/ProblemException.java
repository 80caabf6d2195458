package io.emaki.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that is refused; the web layer shows it as a problem detail. */
public abstract sealed class ProblemException extends RuntimeException
        permits InvalidFieldException, UnknownIdException, ConflictException, StaleException {

    private final HttpStatus status;
    private final FieldProblem problem;

    ProblemException(HttpStatus status, FieldProblem problem) {
        super(problem.field() + " " + problem.message());
        this.status = status;
        this.problem = problem;
    }

    public HttpStatus status() {
        return status;
    }

    public List<FieldProblem> problems() {
        return List.of(problem);
    }
}
