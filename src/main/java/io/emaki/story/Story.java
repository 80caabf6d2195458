package io.emaki.story;

import io.emaki.problem.InvalidFieldException;
import io.emaki.problem.Require;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A story and the personas that play in it. */
@Entity
public class Story {

    private static final int LARGEST_CAST = 8;

    @Id
    private UUID id;

    private UUID workspaceId;
    private String title;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "story_cast", joinColumns = @JoinColumn(name = "story_id"))
    @OrderColumn(name = "place")
    @Column(name = "persona_id")
    private List<UUID> personas;

    private int turns;
    private Instant createdAt;

    @Version
    private @Nullable Long version;

    protected Story() {}

    /**
     * @param title 1 to 200 characters
     * @param cast 1 to 8 different personas
     */
    Story(UUID id, UUID workspaceId, @Nullable String title, List<UUID> cast, Instant now) {
        if (Set.copyOf(cast).size() != cast.size()) {
            throw new InvalidFieldException("persona_ids", "must not name a persona twice");
        }
        this.id = id;
        this.workspaceId = workspaceId;
        this.title = Require.text("title", title, 200);
        this.personas = Require.list("persona_ids", List.copyOf(cast), 1, LARGEST_CAST);
        this.createdAt = now;
    }

    /** Counts one more turn and makes it. */
    Turn take(UUID turnId, NewTurn said, Detected detected, Instant now) {
        return new Turn(turnId, id, ++turns, said, detected, now);
    }

    public UUID id() {
        return id;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public String title() {
        return title;
    }

    /** The cast, in the order in which it was named. */
    public List<UUID> cast() {
        return List.copyOf(personas);
    }

    public int turns() {
        return turns;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
