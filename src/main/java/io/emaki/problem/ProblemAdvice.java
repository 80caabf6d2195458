package io.emaki.problem;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;

/**
 * The one place where refusals become {@code application/problem+json} with {@code errors: [{field, message}]}. The image
 * routes speak another client's error language and are left out.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(
        basePackages = {"io.emaki.persona", "io.emaki.story", "io.emaki.illustration", "io.emaki.webhook"})
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ProblemException refusal) {
        return ResponseEntity.status(refusal.status()).body(detail(refusal.status(), refusal.problems()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception failure) {
        log.error("A request failed", failure);
        ProblemDetail detail = ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
        detail.setDetail("The service failed; its log says why.");
        return ResponseEntity.internalServerError().body(detail);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        FieldProblem problem = unreadable.getCause() instanceof JacksonException json
                ? unreadable(json)
                : new FieldProblem("body", "must be JSON");
        return handleExceptionInternal(unreadable, detail(status, List.of(problem)), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        Class<?> type = mismatch.getRequiredType();
        String message = "must be a " + (type == null ? "different value" : type.getSimpleName()) + ", not '"
                + shortened(String.valueOf(mismatch.getValue())) + "'";
        return handleExceptionInternal(
                mismatch, detail(status, List.of(new FieldProblem(field, message))), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        FieldProblem problem = new FieldProblem(missing.getParameterName(), "must be given");
        return handleExceptionInternal(missing, detail(status, List.of(problem)), headers, status, request);
    }

    private static FieldProblem unreadable(JacksonException json) {
        String path = path(json);
        if (json instanceof StreamReadException || path.isEmpty()) {
            TokenStreamLocation at = json.getLocation();
            String where = at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
            return new FieldProblem("body", "must be a JSON object" + where);
        }
        return new FieldProblem(path, "has a value of the wrong type: " + shortened(json.getOriginalMessage()));
    }

    private static String path(JacksonException json) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : json.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }

    private static ProblemDetail detail(HttpStatusCode status, List<FieldProblem> problems) {
        ProblemDetail detail = ProblemDetail.forStatus(status);
        List<String> sentences = new ArrayList<>();
        for (FieldProblem problem : problems) {
            sentences.add(problem.field() + " " + problem.message());
        }
        detail.setDetail(String.join("; ", sentences));
        detail.setProperty("errors", problems);
        return detail;
    }
}
