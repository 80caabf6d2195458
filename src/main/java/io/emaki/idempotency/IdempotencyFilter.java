package io.emaki.idempotency;

import io.emaki.access.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a repeated POST with its first answer. Pictures for OpenAI clients are left out: their answers are large, and
 * may be streams.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);

    private static final String REPLAYED = "Idempotent-Replayed";
    private static final String IMAGES = "/api/v1/images/";

    /** Refusals of the request as it stands, before anything is done, and the one that asks to come again. */
    private static final Set<Integer> NOT_KEPT = Set.of(400, 405, 406, 413, 415, 422, 429);

    private final AnswerStore answers;
    private final ProblemWriter problems;

    IdempotencyFilter(AnswerStore answers, ProblemWriter problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || request.getHeader(ProblemWriter.HEADER) == null
                || request.getRequestURI().startsWith(request.getContextPath() + IMAGES);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(ProblemWriter.HEADER);
        if (!RequestKey.isValid(key)) {
            String allowed = "must be 1 to " + RequestKey.MAX_KEY + " printable ASCII characters";
            problems.refuse(request, response, HttpStatus.BAD_REQUEST, allowed);
            return;
        }
        if (!(request.getAttribute(Caller.class.getName()) instanceof Caller caller)) {
            throw new IllegalStateException("the filter that finds the caller has to run before this one");
        }
        if (request.getRequestURI().length() > RequestKey.MAX_ROUTE) {
            // No route is that long; the controllers say so.
            chain.doFilter(request, response);
            return;
        }
        BufferedRequest buffered = buffered(request, response, chain);
        if (buffered != null) {
            RequestKey name = new RequestKey(caller.workspaceId(), key, request.getRequestURI());
            answer(buffered, response, chain, name);
        }
    }

    /** Null when the request has been answered already. */
    private @Nullable BufferedRequest buffered(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            return BufferedRequest.read(request);
        } catch (BufferedRequest.BodyTooLargeException tooLarge) {
            String allowed = "needs a body of at most " + BufferedRequest.MAX_BODY + " bytes";
            problems.refuse(request, response, HttpStatus.CONTENT_TOO_LARGE, allowed);
        } catch (ServletException | IllegalStateException brokenForm) {
            // The controller meets the same fault and refuses in its own words.
            chain.doFilter(request, response);
        }
        return null;
    }

    private void answer(BufferedRequest request, HttpServletResponse response, FilterChain chain, RequestKey key)
            throws IOException {
        switch (answers.claim(key, request.fingerprint())) {
            case Claim.Granted granted -> run(request, response, chain, key, granted.owner());
            case Claim.Answered answered -> replay(answered.answer(), response);
            case Claim.Running running -> {
                Duration wait = running.retryAfter();
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
                problems.refuse(
                        request, response, HttpStatus.CONFLICT, "names a request that is still running; try again");
            }
            case Claim.OtherRequest() ->
                problems.refuse(
                        request,
                        response,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "was used for another request in the last 24 hours; each request needs a key of its own");
        }
    }

    private void run(
            BufferedRequest request, HttpServletResponse response, FilterChain chain, RequestKey key, UUID owner)
            throws IOException {
        ContentCachingResponseWrapper captured = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, captured);
        } catch (Exception failure) {
            log.error("A request failed", failure);
            captured.reset();
            problems.failed(request, captured);
        }
        // Kept before it is sent: the client may be gone, and comes back for it.
        if (NOT_KEPT.contains(captured.getStatus()) || response.isCommitted()) {
            answers.release(key, owner);
        } else {
            answers.keep(key, owner, stored(captured));
        }
        captured.copyBodyToResponse();
    }

    private static StoredAnswer stored(ContentCachingResponseWrapper answer) {
        return new StoredAnswer(
                answer.getStatus(),
                answer.getContentType(),
                answer.getHeader(HttpHeaders.LOCATION),
                answer.getHeader(HttpHeaders.ETAG),
                answer.getContentAsByteArray());
    }

    private static void replay(StoredAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        setHeader(response, HttpHeaders.CONTENT_TYPE, answer.contentType());
        setHeader(response, HttpHeaders.LOCATION, answer.location());
        setHeader(response, HttpHeaders.ETAG, answer.etag());
        response.setHeader(REPLAYED, "true");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static void setHeader(HttpServletResponse response, String name, @Nullable String value) {
        if (value != null) {
            response.setHeader(name, value);
        }
    }
}
