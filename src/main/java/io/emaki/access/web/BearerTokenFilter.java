package io.emaki.access.web;

import io.emaki.access.Caller;
import io.emaki.access.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a call pass that carries a valid token, and remembers whose it is; answers every other one with 401. */
final class BearerTokenFilter extends OncePerRequestFilter {

    static final String CALLER = Caller.class.getName();
    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final Refusal refusal;

    BearerTokenFilter(Tokens tokens, Refusal refusal) {
        this.tokens = tokens;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String secret = secret(request);
        if (secret == null) {
            refusal.missing(request, response);
            return;
        }
        Optional<Caller> caller = tokens.authenticate(secret);
        if (caller.isEmpty()) {
            refusal.wrong(request, response);
            return;
        }
        request.setAttribute(CALLER, caller.get());
        chain.doFilter(request, response);
    }

    private static @Nullable String secret(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        return header.substring(SCHEME.length()).strip();
    }
}
