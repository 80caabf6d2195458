package io.emaki.webhook;

import io.emaki.problem.InvalidFieldException;
import io.emaki.problem.Require;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;

/** Where messages may go. Names are judged by the address that a connection really gets, which only the client knows. */
@Component
class TargetPolicy {

    private static final String FIELD = "url";
    private static final int LONGEST = 2000;

    private final boolean allowPrivate;

    TargetPolicy(WebhookSettings settings) {
        this.allowPrivate = settings.allowPrivateTargets();
    }

    /** Decides about each address before it is connected to. */
    InetAddressFilter addresses() {
        return allowPrivate ? InetAddressFilter.all() : InetAddressFilter.externalAddresses();
    }

    /** @throws InvalidFieldException for {@code url} */
    URI requireTarget(@Nullable String text) {
        URI target = parse(Require.text(FIELD, text, LONGEST));
        String scheme = target.getScheme() == null ? "" : target.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new InvalidFieldException(FIELD, "must start with https:// or http://");
        }
        if (target.getHost() == null || target.getUserInfo() != null || target.getFragment() != null) {
            throw new InvalidFieldException(FIELD, "must name a host, and neither a user nor a fragment");
        }
        requireAllowed(target.getHost());
        return target;
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw new InvalidFieldException(FIELD, "must be a URL");
        }
    }

    /** Says early what the client would find out with every attempt. */
    private void requireAllowed(String host) {
        InetAddress literal;
        try {
            literal = host.equalsIgnoreCase("localhost")
                    ? InetAddress.getLoopbackAddress()
                    : InetAddress.ofLiteral(host.replaceAll("^\\[|]$", ""));
        } catch (IllegalArgumentException aName) {
            return;
        }
        if (!addresses().matches(literal)) {
            throw new InvalidFieldException(
                    FIELD,
                    "must not be an address of a private network; emaki.webhook.allow-private-targets allows it");
        }
    }
}
