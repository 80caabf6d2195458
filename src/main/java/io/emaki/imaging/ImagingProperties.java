package io.emaki.imaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The queue and what may come in.
 *
 * @param queueCapacity pictures that may wait, at least 1; the one being made does not count
 * @param maxReferencePixels width times height of a reference picture, so that a small file cannot claim a huge one
 */
@ConfigurationProperties("emaki.imaging")
public record ImagingProperties(
        @DefaultValue("16") int queueCapacity,
        @DefaultValue("40000000") long maxReferencePixels) {

    public ImagingProperties {
        if (queueCapacity < 1) {
            throw new IllegalArgumentException("emaki.imaging.queue-capacity must be at least 1, not " + queueCapacity);
        }
        if (maxReferencePixels < 1) {
            throw new IllegalArgumentException("emaki.imaging.max-reference-pixels must be at least 1");
        }
    }
}
