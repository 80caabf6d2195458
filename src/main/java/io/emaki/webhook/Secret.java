package io.emaki.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an endpoint and the service share to sign messages, by Standard Webhooks (https://www.standardwebhooks.com).
 *
 * @param text {@code whsec_} and the base 64 of 32 random bytes
 */
record Secret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** The header {@code webhook-signature}: one signature by each secret, separated by spaces. */
    static String signatures(List<Secret> secrets, String id, Instant timestamp, String body) {
        return secrets.stream()
                .map(secret -> secret.signature(id, timestamp, body))
                .collect(Collectors.joining(" "));
    }

    /** HMAC-SHA256 over {@code id.seconds.body}. */
    private String signature(String id, Instant timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(text.substring(PREFIX.length())), "HmacSHA256"));
            String signed = id + "." + timestamp.getEpochSecond() + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", missing);
        }
    }

    /** Leaves the secret out, so that a log line cannot hold it. */
    @Override
    public String toString() {
        return "Secret[]";
    }
}
