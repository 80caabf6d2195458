package io.emaki.illustration;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.testing.ServiceContract;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A persona with a picture, a story with it, and what tests of edits ask about them. */
abstract class EditContract extends ServiceContract {

    protected static final String SCARF = "I pull it on. [outfit add: a red scarf]";

    @Autowired
    protected JobWriter writer;

    @Autowired
    protected Painter painter;

    @Autowired
    protected EditRun run;

    @Autowired
    protected JdbcClient jdbc;

    protected String rin;
    protected String story;
    protected String first;

    @BeforeEach
    void beginStory() {
        rin = createPicturedPersona("Rin");
        story = createStory(rin);
        first = pictureOf(rin);
    }

    protected String jobOf(JsonNode turn) {
        assertThat(turn.path("jobs")).hasSize(1);
        return turn.path("jobs").path(0).path("id").asString();
    }

    protected byte[] media(String sha256) {
        return get("/media/" + sha256 + ".png").getResponse().getContentAsByteArray();
    }

    /** Newest first. */
    protected List<JsonNode> revisions() {
        List<JsonNode> revisions = new ArrayList<>();
        ok(get("/api/v1/personas/" + rin + "/revisions")).path("data").forEach(revisions::add);
        return revisions;
    }

    protected List<String> statuses() {
        return revisions().stream()
                .map(revision -> revision.path("status").asString())
                .toList();
    }

    protected long messages() {
        return jdbc.sql(
                        "select count(*) from webhook_message where workspace_id = ? and type = 'persona.image.updated'")
                .param(workspace())
                .query(Long.class)
                .single();
    }

    /** Begins an attempt that has something to draw. */
    protected EditOrder begin(UUID job, String model) {
        return ((Beginning.Draw) writer.begin(job, model)).order();
    }
}
