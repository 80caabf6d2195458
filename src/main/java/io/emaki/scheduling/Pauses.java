package io.emaki.scheduling;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The switch that stops the edits of all workspaces, kept in the database so that every process obeys it. */
@Transactional
public class Pauses {

    private static final int ONLY = 1;
    private static final int LONGEST = 500;

    private final JdbcClient database;
    private final Clock clock;

    public Pauses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Pausing again changes the reason.
     *
     * @param reason told to whoever asks for a waiting job; the first 500 characters are kept
     */
    public void pause(String reason) {
        resume();
        database.sql("insert into edit_pause (id, reason, since) values (?, ?, ?)")
                .params(ONLY, reason.substring(0, Math.min(LONGEST, reason.length())), Timestamp.from(clock.instant()))
                .update();
    }

    /** @return whether there was a pause */
    public boolean resume() {
        return database.sql("delete from edit_pause where id = ?").param(ONLY).update() > 0;
    }

    /** Why edits are paused; empty while they run. */
    @Transactional(readOnly = true)
    public Optional<String> reason() {
        return database.sql("select reason from edit_pause where id = ?")
                .param(ONLY)
                .query(String.class)
                .optional();
    }
}
