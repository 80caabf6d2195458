package io.emaki.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code workspace} and {@code access_token}. Plain SQL, so that the command line needs no JPA to start. */
@Repository
class TokenTable {

    /** Writing the time of use with every call would make every read a write. */
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    TokenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Entry(Caller caller, @Nullable Instant lastUsedAt) {}

    /** The id of a workspace, which is made when there is none of that name. */
    UUID workspace(String name, Instant now) {
        return findWorkspace(name).orElseGet(() -> {
            UUID id = UUID.randomUUID();
            try {
                jdbc.sql("insert into workspace (id, name, created_at) values (?, ?, ?)")
                        .params(id, name, utc(now))
                        .update();
                return id;
            } catch (DuplicateKeyException madeMeanwhile) {
                throw new AccessException("workspace", "'" + name + "' is being made by someone else; try again");
            }
        });
    }

    private Optional<UUID> findWorkspace(String name) {
        return jdbc.sql("select id from workspace where name = ?")
                .param(name)
                .query(UUID.class)
                .optional();
    }

    void add(UUID id, UUID workspaceId, String name, String hash, Instant now) {
        jdbc.sql("insert into access_token (id, workspace_id, name, token_hash, created_at) values (?, ?, ?, ?, ?)")
                .params(id, workspaceId, name, hash, utc(now))
                .update();
    }

    Optional<Entry> findValid(String hash) {
        return jdbc.sql("""
                        select id, workspace_id, name, last_used_at from access_token
                        where token_hash = ? and revoked_at is null""")
                .param(hash)
                .query((row, number) -> new Entry(
                        new Caller(
                                row.getObject("id", UUID.class),
                                row.getObject("workspace_id", UUID.class),
                                row.getString("name")),
                        instant(row, "last_used_at")))
                .optional();
    }

    void touch(Entry entry, Instant now) {
        Instant last = entry.lastUsedAt();
        if (last == null || last.plus(TOUCH_EVERY).isBefore(now)) {
            jdbc.sql("update access_token set last_used_at = ? where id = ?")
                    .params(utc(now), entry.caller().tokenId())
                    .update();
        }
    }

    void revoke(UUID id, Instant now) {
        jdbc.sql("update access_token set revoked_at = ? where id = ? and revoked_at is null")
                .params(utc(now), id)
                .update();
    }

    List<TokenSummary> list() {
        return jdbc.sql("""
                        select t.id, t.name, w.name as workspace, t.created_at, t.last_used_at, t.revoked_at
                        from access_token t join workspace w on w.id = t.workspace_id
                        order by t.created_at, t.id""")
                .query((row, number) -> new TokenSummary(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("workspace"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row, "last_used_at"),
                        instant(row, "revoked_at")))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
