package io.emaki.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Kept answers, and the claims of requests that are still at work. Each statement is a transaction of its own. */
@Component
class AnswerStore {

    /** For so long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    /** After so long a request without an answer counts as lost with its process. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration PURGE_EVERY = Duration.ofMinutes(10);

    private record Entry(String fingerprint, UUID owner, Instant leaseUntil, Instant expiresAt, StoredAnswer answer) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicReference<Instant> nextPurge = new AtomicReference<>(Instant.MIN);

    AnswerStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param fingerprint of the request; another one under the same key is another request */
    Claim claim(RequestKey key, String fingerprint) {
        Instant now = clock.instant();
        purge(now);
        UUID owner = UUID.randomUUID();
        if (insert(key, fingerprint, owner, now)) {
            return new Claim.Granted(owner);
        }
        // Gone again means that its request was refused meanwhile; the client may repeat at once.
        return find(key)
                .map(entry -> claim(key, fingerprint, owner, entry, now))
                .orElse(new Claim.Running(Duration.ZERO));
    }

    private Claim claim(RequestKey key, String fingerprint, UUID owner, Entry entry, Instant now) {
        if (!entry.expiresAt().isAfter(now)) {
            return takeOver(key, fingerprint, owner, entry, now);
        }
        if (!entry.fingerprint().equals(fingerprint)) {
            return new Claim.OtherRequest();
        }
        if (entry.answer().status() != 0) {
            return new Claim.Answered(entry.answer());
        }
        if (entry.leaseUntil().isAfter(now)) {
            return new Claim.Running(Duration.between(now, entry.leaseUntil()));
        }
        return takeOver(key, fingerprint, owner, entry, now);
    }

    private boolean insert(RequestKey key, String fingerprint, UUID owner, Instant now) {
        try {
            jdbc.sql("""
                            insert into idempotent_answer
                            (workspace_id, idempotency_key, route, fingerprint, owner, lease_until, expires_at, status)
                            values (?, ?, ?, ?, ?, ?, ?, 0)""")
                    .params(key.workspaceId(), key.key(), key.route(), fingerprint, owner)
                    .params(utc(now.plus(LEASE)), utc(now.plus(KEPT)))
                    .update();
            return true;
        } catch (DuplicateKeyException claimedBefore) {
            return false;
        }
    }

    private Claim takeOver(RequestKey key, String fingerprint, UUID owner, Entry old, Instant now) {
        int taken = jdbc.sql("""
                        update idempotent_answer set fingerprint = ?, owner = ?, lease_until = ?, expires_at = ?,
                        status = 0, content_type = null, location = null, etag = null, body = null
                        where workspace_id = ? and idempotency_key = ? and route = ? and owner = ? and status = ?""")
                .params(fingerprint, owner, utc(now.plus(LEASE)), utc(now.plus(KEPT)))
                .params(key.workspaceId(), key.key(), key.route(), old.owner())
                .param(old.answer().status())
                .update();
        return taken == 1 ? new Claim.Granted(owner) : new Claim.Running(LEASE);
    }

    /** Keeps the answer, unless the lease ran out and another request has the key now. */
    void keep(RequestKey key, UUID owner, StoredAnswer answer) {
        jdbc.sql("""
                        update idempotent_answer set status = ?, content_type = ?, location = ?, etag = ?, body = ?
                        where workspace_id = ? and idempotency_key = ? and route = ? and owner = ?""")
                .params(Arrays.asList(
                        answer.status(), answer.contentType(), answer.location(), answer.etag(), answer.body()))
                .params(key.workspaceId(), key.key(), key.route(), owner)
                .update();
    }

    /** Forgets a claim whose answer is not kept, so that the key is free again. */
    void release(RequestKey key, UUID owner) {
        jdbc.sql("""
                        delete from idempotent_answer
                        where workspace_id = ? and idempotency_key = ? and route = ? and owner = ?""").params(key.workspaceId(), key.key(), key.route(), owner).update();
    }

    private Optional<Entry> find(RequestKey key) {
        return jdbc.sql("""
                        select fingerprint, owner, lease_until, expires_at, status, content_type, location, etag, body
                        from idempotent_answer where workspace_id = ? and idempotency_key = ? and route = ?""")
                .params(key.workspaceId(), key.key(), key.route())
                .query((row, number) -> entry(row))
                .optional();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        byte @Nullable [] body = row.getBytes("body");
        return new Entry(
                row.getString("fingerprint"),
                row.getObject("owner", UUID.class),
                row.getObject("lease_until", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                new StoredAnswer(
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getString("etag"),
                        body == null ? new byte[0] : body));
    }

    private void purge(Instant now) {
        Instant due = nextPurge.get();
        if (!now.isBefore(due) && nextPurge.compareAndSet(due, now.plus(PURGE_EVERY))) {
            jdbc.sql("delete from idempotent_answer where expires_at <= ?")
                    .param(utc(now))
                    .update();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
