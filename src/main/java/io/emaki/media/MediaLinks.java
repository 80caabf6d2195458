package io.emaki.media;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links to stored pictures. */
@Component
public class MediaLinks {

    private final MediaProperties properties;
    private final Environment environment;

    MediaLinks(MediaProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** The absolute URL of a PNG picture. */
    public String png(String sha256) {
        return url(sha256, PictureFormat.PNG);
    }

    /** The absolute URL of a picture stored in this format. */
    public String url(String sha256, PictureFormat format) {
        return base() + path(sha256, format);
    }

    /** The path part, which starts with a slash. */
    public static String path(String sha256, PictureFormat format) {
        return "/media/" + sha256 + "." + format.extension();
    }

    private String base() {
        String configured = properties.publicUrl();
        if (configured != null && !configured.isBlank()) {
            return configured.strip().replaceAll("/+$", "");
        }
        if (RequestContextHolder.getRequestAttributes() != null) {
            return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        }
        // The port is only known once the server listens; 0 in the settings means that it chose one.
        return "http://localhost:"
                + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }
}
