package io.emaki.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tokens promise on every database. */
abstract class TokensContract {

    private final SetClock clock = new SetClock();
    private JdbcClient jdbc;
    private Tokens tokens;

    abstract DataSource database() throws Exception;

    abstract String vendor();

    @BeforeEach
    void emptyTables() throws Exception {
        DataSource database = database();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/" + vendor())
                .target("1")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
        jdbc.sql("delete from access_token").update();
        jdbc.sql("delete from workspace").update();
        tokens = new Tokens(new TokenTable(jdbc), clock);
    }

    @Test
    void theSecretOpensItsWorkspaceAndIsStoredNowhere() {
        IssuedToken issued = tokens.create("chat", "tavern");

        assertThat(issued.secret()).matches("kotonia_[0-9A-Za-z]{43}");
        assertThat(tokens.authenticate(issued.secret()))
                .hasValue(new Caller(issued.id(), issued.workspaceId(), "chat"));
        List<Map<String, Object>> rows =
                jdbc.sql("select * from access_token").query().listOfRows();
        assertThat(rows.toString()).doesNotContain(issued.secret().substring(TokenSecret.PREFIX.length()));
        assertThat(issued.toString()).doesNotContain(issued.secret());
    }

    @Test
    void everyTokenHasAnotherSecretAndAWorkspaceIsMadeOnce() {
        IssuedToken one = tokens.create("one");
        IssuedToken two = tokens.create("two");

        assertThat(one.secret()).isNotEqualTo(two.secret());
        assertThat(one.workspaceId()).isEqualTo(two.workspaceId());
        assertThat(one.workspace()).isEqualTo("default");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "kotonia_", "kotonia_0000000000000000000000000000000000000000000", "sk-abc", "' or 1=1"})
    void otherSecretsOpenNothing(String secret) {
        tokens.create("chat");

        assertThat(tokens.authenticate(secret)).isEmpty();
    }

    @Test
    void aRevokedTokenOpensNothingFromThenOn() {
        IssuedToken kept = tokens.create("kept");
        IssuedToken ended = tokens.create("ended");

        tokens.revoke("ended");
        tokens.revoke(ended.id().toString());

        assertThat(tokens.authenticate(ended.secret())).isEmpty();
        assertThat(tokens.authenticate(kept.secret())).isPresent();
        assertThat(tokens.list())
                .extracting(TokenSummary::name, TokenSummary::isRevoked)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("kept", false),
                        org.assertj.core.groups.Tuple.tuple("ended", true));
    }

    @Test
    void revokingByNameNeedsExactlyOneValidToken() {
        tokens.create("twin");
        tokens.create("twin");

        assertThatThrownBy(() -> tokens.revoke("twin"))
                .hasMessageContaining("2 tokens")
                .hasMessageContaining("id");
        assertThatThrownBy(() -> tokens.revoke("nobody")).hasMessageContaining("nobody");
    }

    @Test
    void theTimeOfUseIsKeptToTheMinute() {
        String secret = tokens.create("chat").secret();
        assertThat(lastUsed()).isNull();
        Instant first = clock.now;
        tokens.authenticate(secret);
        clock.now = first.plus(Duration.ofSeconds(30));
        tokens.authenticate(secret);
        assertThat(lastUsed()).isEqualTo(first);
        clock.now = first.plus(Duration.ofSeconds(90));
        tokens.authenticate(secret);
        assertThat(lastUsed()).isEqualTo(clock.now);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-x", "a\nb", "<script>"})
    void refusesANameThatCannotBeShown(String name) {
        assertThatThrownBy(() -> tokens.create(name))
                .isInstanceOf(AccessException.class)
                .hasMessageStartingWith("name: must be");
        assertThatThrownBy(() -> tokens.create("chat", name)).hasMessageStartingWith("workspace: must be");
        assertThat(tokens.list()).isEmpty();
    }

    private Instant lastUsed() {
        return tokens.list().getFirst().lastUsedAt();
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
