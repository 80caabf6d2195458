package io.emaki.imaging.web;

import io.emaki.imaging.EditorUnavailableException;
import io.emaki.imaging.ImagingException;
import io.emaki.imaging.PictureRejectedException;
import io.emaki.imaging.QueueFullException;
import io.emaki.imaging.RenderCancelledException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A failure in OpenAI's terms: status, type, the parameter at fault and a code for programs. */
final class ApiError extends RuntimeException {

    private static final String INVALID_REQUEST = "invalid_request_error";
    private static final String SERVER = "server_error";

    private final int status;
    private final String type;
    private final String text;
    private final @Nullable String param;
    private final @Nullable String code;
    private final @Nullable Duration retryAfter;

    private ApiError(
            int status,
            String type,
            String text,
            @Nullable String param,
            @Nullable String code,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(text, cause);
        this.status = status;
        this.type = type;
        this.text = text;
        this.param = param;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** A value that is not allowed, 400. */
    static ApiError invalid(@Nullable String param, String reason) {
        return invalid(param, reason, "invalid_value");
    }

    static ApiError invalid(@Nullable String param, String reason, String code) {
        String text = param == null ? reason : "'" + param + "' " + reason;
        return new ApiError(400, INVALID_REQUEST, text, param, code, null, null);
    }

    /** A failure of the request as a whole. */
    static ApiError request(int status, String text, String code) {
        return new ApiError(status, INVALID_REQUEST, text, null, code, null, null);
    }

    static ApiError unknownModel(String name, Set<String> known) {
        return new ApiError(
                404,
                INVALID_REQUEST,
                "There is no model '" + Fields.shown(name) + "'; there are " + String.join(", ", known) + ".",
                "model",
                "model_not_found",
                null,
                null);
    }

    static ApiError of(Exception failure) {
        return switch (failure) {
            case ApiError error -> error;
            case ImagingException imaging -> of(imaging);
            default ->
                new ApiError(
                        500, SERVER, "The picture could not be made; the log says why.", null, null, null, failure);
        };
    }

    private static ApiError of(ImagingException failure) {
        return switch (failure) {
            case PictureRejectedException rejected -> invalid(rejected.field(), rejected.reason());
            case QueueFullException full ->
                new ApiError(
                        429,
                        "rate_limit_error",
                        String.valueOf(full.getMessage()),
                        null,
                        "rate_limit_exceeded",
                        full.retryAfter(),
                        full);
            case RenderCancelledException cancelled ->
                new ApiError(503, SERVER, String.valueOf(cancelled.getMessage()), null, "cancelled", null, cancelled);
            case EditorUnavailableException unavailable ->
                new ApiError(
                        503,
                        SERVER,
                        String.valueOf(unavailable.getMessage()),
                        null,
                        "model_unavailable",
                        null,
                        unavailable);
        };
    }

    int status() {
        return status;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    /** The body {@code {"error": {...}}}. */
    Map<String, Object> body() {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("message", text);
        error.put("type", type);
        error.put("param", param);
        error.put("code", code);
        return Map.of("error", error);
    }
}
