package io.emaki.illustration;

import io.emaki.problem.Require;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The switch that stops all edits of all workspaces, kept in the database so that every process obeys it. */
@Component
@Transactional
class EditPauses {

    private static final int ONLY = 1;

    private final JdbcClient database;
    private final Clock clock;

    EditPauses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Pausing again changes the reason. */
    void pause(@Nullable String reason) {
        String why = Require.optionalText("reason", reason, 500);
        resume();
        database.sql("insert into edit_pause (id, reason, since) values (?, ?, ?)")
                .params(ONLY, why.isEmpty() ? "by the operator" : why, Timestamp.from(clock.instant()))
                .update();
    }

    void resume() {
        database.sql("delete from edit_pause where id = ?").param(ONLY).update();
    }

    /** Empty while edits run. */
    @Transactional(readOnly = true)
    Optional<String> reason() {
        return database.sql("select reason from edit_pause where id = ?")
                .param(ONLY)
                .query(String.class)
                .optional();
    }
}
