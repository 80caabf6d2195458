package io.emaki.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Reading the log and repeating what is in it, on every database. */
abstract class DeliveryLogContract extends ReceiverContract {

    @Autowired
    private DataSource dataSource;

    @Value("${spring.datasource.url}")
    private String database;

    @Test
    void aDeliveryCanBeReadByItself() {
        String message = freshId();
        publish(message, "edit.refused");

        JsonNode delivery = delivery(log().path("id").asString());
        assertThat(delivery).isEqualTo(log());
        assertThat(delivery.path("endpoint_id").asString()).isEqualTo(endpoint);
        assertThat(delivery.path("webhook_id").asString()).isEqualTo(message);
        assertThat(delivery.path("type").asString()).isEqualTo("edit.refused");
        assertThat(delivery.path("state").asString()).isEqualTo("DELIVERED");
        assertThat(delivery.path("attempts"))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.path("status").asInt()).isEqualTo(204));
    }

    @Test
    void aDeliveredMessageCanBeSentAgain() {
        publish(freshId());
        String first = log().path("id").asString();
        clock.move(Duration.ofSeconds(1));
        MvcTestResult answer = redeliver(first);
        assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
        JsonNode second = ok(answer);
        assertThat(answer).hasHeader("Location", DELIVERIES + second.path("id").asString());
        assertThat(second.path("state").asString()).isEqualTo("PENDING");
        assertThat(second.path("type").asString()).isEqualTo("persona.image.updated");
        assertThat(second.path("webhook_id")).isEqualTo(log().path("webhook_id"));
        schedulers.runWebhooks();

        assertThat(received()).hasSize(2);
        assertThat(received())
                .extracting(LoggedRequest::getBodyAsString)
                .containsOnly(received().getFirst().getBodyAsString());
        assertThat(received())
                .extracting(request -> request.getHeader("webhook-id"))
                .containsOnly(second.path("webhook_id").asString());
        assertThat(logPage("").path("data"))
                .extracting(delivery -> delivery.path("id").asString())
                .containsExactly(second.path("id").asString(), first);
        assertThat(delivery(second.path("id").asString()).path("state").asString())
                .isEqualTo("DELIVERED");
        assertThat(delivery(first).path("attempts")).hasSize(1);
    }

    @Test
    void aFailedMessageCanBeSentAgainOnceItsEndpointIsEnabled() {
        answer(aResponse().withStatus(410));
        publish(freshId());
        String failed = log().path("id").asString();
        assertThat(refusal(redeliver(failed), 409)).startsWith("webhook_endpoint is disabled");
        answer(noContent());
        change("{\"enabled\": true, \"events\": [\"webhook.test\"]}");
        clock.move(Duration.ofSeconds(1));
        ok(redeliver(failed));
        schedulers.runWebhooks();

        assertThat(received()).hasSize(2);
        assertThat(log().path("state").asString()).isEqualTo("DELIVERED");
        assertThat(delivery(failed).path("state").asString()).isEqualTo("FAILED");
    }

    @Test
    void aMessageOnItsWayIsNotSentBesideItself() {
        answer(aResponse().withStatus(500));
        publish(freshId());
        String pending = log().path("id").asString();
        assertThat(refusal(redeliver(pending), 409)).startsWith("webhook_delivery ");
        answer(noContent());
        clock.move(Duration.ofMinutes(1));
        schedulers.runWebhooks();
        ok(redeliver(pending));
        assertThat(refusal(redeliver(pending), 409)).startsWith("webhook_delivery ");
        schedulers.runWebhooks();

        assertThat(received()).hasSize(3);
    }

    @Test
    void ofTwoRequestsAtOnceOneIsRefused() throws Exception {
        publish(freshId());
        String first = log().path("id").asString();
        Callable<Integer> request = () -> redeliver(first).getResponse().getStatus();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> status : threads.invokeAll(List.of(request, request))) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(202, 409);
        schedulers.runWebhooks();
        assertThat(received()).hasSize(2);
    }

    @Test
    void pagesHoldEveryDeliveryOnce() {
        for (int i = 0; i < 7; i++) {
            publish(freshId());
            // Some share a moment, so that the moment alone cannot say where a page ends.
            clock.move(Duration.ofSeconds(i / 3));
        }
        JsonNode whole = logPage("");
        assertThat(whole.path("next").isNull()).isTrue();
        List<JsonNode> all = whole.path("data").valueStream().toList();
        assertThat(all).hasSize(7);
        assertThat(all)
                .extracting(delivery -> delivery.path("created_at").asString())
                .isSortedAccordingTo((a, b) -> b.compareTo(a));

        List<JsonNode> walked = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = logPage("?limit=3" + after);
            walked.addAll(page.path("data").valueStream().toList());
            sizes.add(page.path("data").size());
            after = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asString();
        }
        assertThat(walked).isEqualTo(all);
        assertThat(sizes).containsExactly(3, 3, 1);
        assertThat(logPage("?limit=7").path("next").isNull()).isTrue();
    }

    @Test
    void theLogCanBeReadByState() {
        publish(freshId(), "edit.failed");
        answer(aResponse().withStatus(500));
        publish(freshId(), "persona.image.updated");
        publish(freshId(), "persona.image.updated");

        assertThat(logPage("?state=DELIVERED").path("data"))
                .extracting(delivery -> delivery.path("type").asString())
                .containsExactly("edit.failed");
        assertThat(logPage("?state=failed").path("data")).isEmpty();
        JsonNode page = logPage("?state=pending&limit=1");
        JsonNode rest =
                logPage("?state=pending&limit=1&after=" + page.path("next").asString());
        assertThat(rest.path("data")).hasSize(1);
        assertThat(rest.path("data")).isNotEqualTo(page.path("data"));
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void saysWhatALogCanBeAskedFor() {
        publish(freshId());
        String elsewhere = log().path("id").asString();
        endpoint = register(freshPath(), List.of()).path("id").asString();

        assertThat(refuseLog("?state=lost")).isEqualTo("state must be one of PENDING, DELIVERED, FAILED; not 'lost'");
        assertThat(refuseLog("?limit=0")).isEqualTo("limit must be 1 to 100, not 0");
        assertThat(refuseLog("?limit=101")).isEqualTo("limit must be 1 to 100, not 101");
        assertThat(refuseLog("?limit=few")).startsWith("limit must be");
        assertThat(refuseLog("?after=1")).startsWith("after must be a UUID");
        assertThat(refuseLog("?after=" + elsewhere)).startsWith("after must be what an earlier page");
    }

    @Test
    void otherWorkspacesNeitherReadNorRepeat() {
        publish(freshId());
        String id = log().path("id").asString();
        changeWorkspace();

        assertThat(refusal(get(DELIVERIES + id), 404)).startsWith("webhook_delivery does not exist");
        assertThat(refusal(redeliver(id), 404)).startsWith("webhook_delivery does not exist");
        assertThat(received()).hasSize(1);
    }

    @Test
    void anOlderDatabaseKeepsItsEndpointsAndDeliveries() {
        String schema = "upgrade_" + UUID.randomUUID().toString().replace("-", "");
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .locations("classpath:db/migration/" + (database.contains(":postgresql:") ? "postgresql" : "h2"));
        flyway.target("6").load().migrate();
        JdbcTemplate tables = new JdbcTemplate(dataSource);
        UUID owner = UUID.randomUUID();
        UUID receiver = UUID.randomUUID();
        String into = "insert into \"" + schema + "\".";
        tables.update(into + "workspace values (?, 'w', current_timestamp)", owner);
        tables.update(
                into + "webhook_endpoint values (?, ?, 'https://example.org/', '', 'whsec_', true, null, null,"
                        + " current_timestamp, 0)",
                receiver,
                owner);
        tables.update(into + "webhook_message values ('msg_1', ?, 'edit.failed', '{}', current_timestamp)", owner);
        String delivery = into
                + "webhook_delivery (id, message_id, endpoint_id, state, attempts, created_at, version)"
                + " values (?, 'msg_1', ?, ?, 1, current_timestamp, 0)";
        tables.update(delivery, UUID.randomUUID(), receiver, "DELIVERED");
        flyway.target("8").load().migrate();

        assertThat(tables.queryForObject("select events from \"" + schema + "\".webhook_endpoint", String.class))
                .isEmpty();
        tables.update(delivery, UUID.randomUUID(), receiver, "DELIVERED");
        tables.update(delivery, UUID.randomUUID(), receiver, "PENDING");
        assertThatThrownBy(() -> tables.update(delivery, UUID.randomUUID(), receiver, "PENDING"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private String refuseLog(String query) {
        return refusal(get(ENDPOINTS + "/" + endpoint + "/deliveries" + query), 400);
    }

    private MvcTestResult redeliver(String id) {
        return post(DELIVERIES + id + "/redeliver", null);
    }

    private JsonNode delivery(String id) {
        return ok(get(DELIVERIES + id));
    }
}
