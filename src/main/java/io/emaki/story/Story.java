package io.emaki.story;

import io.emaki.problem.InvalidFieldException;
import io.emaki.problem.Require;
import io.emaki.problem.UnknownIdException;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private List<CastMember> members;

    private int turns;
    private @Nullable UUID headId;
    private int chapter;
    private Instant createdAt;

    @Version
    private @Nullable Long version;

    protected Story() {}

    /**
     * @param title 1 to 200 characters
     * @param cast 1 to 8 different personas
     */
    Story(UUID id, UUID workspaceId, @Nullable String title, List<CastMember> cast, Instant now) {
        if (cast.stream().map(CastMember::personaId).distinct().count() != cast.size()) {
            throw new InvalidFieldException("persona_ids", "must not name a persona twice");
        }
        this.id = id;
        this.workspaceId = workspaceId;
        this.title = Require.text("title", title, 200);
        this.members = new ArrayList<>(Require.list("persona_ids", List.copyOf(cast), 1, LARGEST_CAST));
        this.chapter = 1;
        this.createdAt = now;
    }

    /**
     * Goes to a turn; what is said next follows it.
     *
     * @param turn null for the beginning
     */
    void moveTo(@Nullable Turn turn) {
        headId = turn == null ? null : turn.getId();
        turns = turn == null ? 0 : turn.number();
    }

    /** How a persona looked when the story began; empty for how it was made. */
    Optional<UUID> base(UUID personaId) {
        return member(personaId).baseRevisionId();
    }

    /** A request before the first turn belongs to the beginning. */
    void rebase(UUID personaId, @Nullable UUID revisionId) {
        member(personaId).rebase(revisionId);
    }

    private CastMember member(UUID personaId) {
        return members.stream()
                .filter(member -> member.personaId().equals(personaId))
                .findFirst()
                .orElseThrow(() -> new UnknownIdException("persona", personaId));
    }

    /** Opens the next chapter. */
    int nextChapter() {
        return ++chapter;
    }

    void backToChapter(int number) {
        chapter = number;
    }

    /** The turn that the story has reached; empty before the first one. */
    public Optional<UUID> headId() {
        return Optional.ofNullable(headId);
    }

    /** Counts the story's chapters from 1. */
    public int chapter() {
        return chapter;
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
        return members.stream().map(CastMember::personaId).toList();
    }

    /** How many turns lie on the way from the beginning to where the story is. */
    public int turns() {
        return turns;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
