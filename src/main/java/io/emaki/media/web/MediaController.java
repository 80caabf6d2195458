package io.emaki.media.web;

import io.emaki.media.DamagedPictureException;
import io.emaki.media.MediaStore;
import io.emaki.media.PictureFormat;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * Stored pictures. No token is asked for: the address is the hash of the bytes, which nobody can guess, and pages and chat
 * clients show pictures by plain links.
 */
@RestController
class MediaController {

    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final MediaStore store;

    MediaController(MediaStore store) {
        this.store = store;
    }

    @GetMapping("/media/{sha256:[0-9a-f]{64}}.{extension:png|jpg}")
    ResponseEntity<byte[]> picture(@PathVariable String sha256, @PathVariable String extension, WebRequest request) {
        Optional<byte[]> found = store.find(sha256);
        Optional<PictureFormat> format = found.flatMap(PictureFormat::of)
                .filter(stored -> stored.extension().equals(extension));
        if (found.isEmpty() || format.isEmpty()) {
            return ResponseEntity.of(problem(HttpStatus.NOT_FOUND, "There is no such picture."))
                    .build();
        }
        String tag = "\"" + sha256 + "\"";
        // A match makes the answer an empty 304 that carries the same headers.
        boolean unchanged = request.checkNotModified(tag);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(unchanged ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .cacheControl(FOREVER)
                .eTag(tag)
                .header("X-Content-Type-Options", "nosniff");
        return unchanged
                ? answer.build()
                : answer.contentType(MediaType.parseMediaType(format.get().mediaType()))
                        .body(found.get());
    }

    @ExceptionHandler
    ProblemDetail damaged(DamagedPictureException damaged) {
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, String.valueOf(damaged.getMessage()));
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
