package io.emaki.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.problem.InvalidFieldException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPolicyTest {

    private static final WebhookSettings STRICT = settings(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "::1",
                "fd00::1",
                "fe80::1",
                "::ffff:127.0.0.1"
            })
    void keepsMessagesAwayFromPrivateNetworks(String address) {
        assertThat(new TargetPolicy(STRICT).addresses().matches(InetAddress.ofLiteral(address)))
                .isFalse();
        assertThat(new TargetPolicy(settings(true)).addresses().matches(InetAddress.ofLiteral(address)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "2606:2800:220:1::1"})
    void letsPublicAddressesBe(String address) {
        assertThat(new TargetPolicy(STRICT).addresses().matches(InetAddress.ofLiteral(address)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hook",
                "ftp://example.org/",
                "https://",
                "https://user:password@example.org/",
                "https://example.org/#part",
                "https://exa mple.org/",
                "http://localhost:8080/",
                "http://127.0.0.1/",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/"
            })
    void refusesUrlsThatCannotBeTargets(String url) {
        assertThatThrownBy(() -> new TargetPolicy(STRICT).requireTarget(url))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageStartingWith("url ");
    }

    private static WebhookSettings settings(boolean allowPrivate) {
        return new WebhookSettings(
                allowPrivate,
                1,
                Duration.ofSeconds(5),
                List.of(Duration.ofSeconds(5)),
                Duration.ofDays(5),
                Duration.ofDays(1));
    }
}
