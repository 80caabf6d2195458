package io.emaki.intent.llm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {

    /** Longer numbers need not fit a duration, and nobody waits that long for a turn. */
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** Empty for a header that says neither; never negative. */
    static Optional<Duration> parse(String header, Instant now) {
        String value = header.strip();
        if (value.matches("\\d+")) {
            String seconds = value.length() > MOST_DIGITS ? "9".repeat(MOST_DIGITS) : value;
            return Optional.of(Duration.ofSeconds(Long.parseLong(seconds)));
        }
        try {
            Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
