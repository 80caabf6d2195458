package io.emaki.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The 401 answers: in OpenAI's shape on the routes that OpenAI clients call, as RFC 9457 problem elsewhere. */
@Component
class Refusal {

    private static final List<String> OPENAI_ROUTES = List.of("/api/v1/images", "/api/v1/models");

    private final JsonMapper json;

    Refusal(JsonMapper json) {
        this.json = json;
    }

    void missing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"emaki\"");
        write(request, response, "Send a token as 'Authorization: Bearer kotonia_...'.", null);
    }

    void wrong(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"emaki\", error=\"invalid_token\"");
        write(request, response, "The token is unknown or revoked.", "invalid_api_key");
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, String message, @Nullable String openAiCode)
            throws IOException {
        boolean openAi = OPENAI_ROUTES.stream()
                .anyMatch(route -> request.getRequestURI().startsWith(request.getContextPath() + route));
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(openAi ? MediaType.APPLICATION_JSON_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(openAi ? openAi(message, openAiCode) : problem(request, message)));
    }

    private static Map<String, Object> openAi(String message, @Nullable String code) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("type", "invalid_request_error");
        error.put("param", null);
        error.put("code", code);
        return Map.of("error", error);
    }

    private static Map<String, Object> problem(HttpServletRequest request, String message) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", "Unauthorized");
        problem.put("status", HttpServletResponse.SC_UNAUTHORIZED);
        problem.put("detail", message);
        problem.put("instance", request.getRequestURI());
        problem.put("errors", List.of(Map.of("field", "Authorization", "message", message)));
        return problem;
    }
}
