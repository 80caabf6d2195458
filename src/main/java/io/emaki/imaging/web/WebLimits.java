package io.emaki.imaging.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the picture routes take.
 *
 * @param maxJsonBody bytes of a JSON request, its pictures in base64 included; a form has
 *     {@code spring.servlet.multipart.max-request-size}
 * @param modelAliases further names that requests may give the model, for clients that insist on one of OpenAI's
 */
@ConfigurationProperties("emaki.images")
record WebLimits(
        @DefaultValue("64MB") DataSize maxJsonBody,
        @DefaultValue List<String> modelAliases) {

    WebLimits {
        modelAliases = List.copyOf(modelAliases);
    }
}
