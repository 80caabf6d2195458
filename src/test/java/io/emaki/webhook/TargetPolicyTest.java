package io.emaki.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.emaki.problem.InvalidFieldException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]"})
    void judgesTheAddressThatAConnectionWouldGet(String host) throws IOException {
        WireMockServer inside = new WireMockServer(wireMockConfig().dynamicPort());
        inside.start();
        inside.stubFor(any(anyUrl()).willReturn(noContent()));
        String url = "http://" + host + ":" + inside.port() + "/hook";
        Postman strict = new Postman(new TargetPolicy(STRICT), STRICT, Clock.systemUTC());
        try {
            Answer answer = strict.send(new Letter(UUID.randomUUID(), "msg_1", url, Secret.random(), "{}"));

            assertThat(answer.status()).isNull();
            assertThat(answer.error()).isNotBlank();
            assertThat(inside.getAllServeEvents()).isEmpty();
        } finally {
            strict.close();
            inside.stop();
        }
    }

    private static WebhookSettings settings(boolean allowPrivate) {
        return new WebhookSettings(
                allowPrivate, 1, Duration.ofSeconds(5), List.of(Duration.ofSeconds(5)), Duration.ofDays(5));
    }
}
