package io.emaki.story;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One turn of a story, with what was detected in it. */
@Entity
public class Turn implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID storyId;
    private @Nullable UUID parentId;
    private int number;
    private int swipe;

    @Enumerated(EnumType.STRING)
    private Speaker speaker;

    private String text;
    private String detector;

    @Convert(converter = TurnChangesText.class)
    private List<TurnChange> changes;

    @ElementCollection
    @CollectionTable(name = "turn_look", joinColumns = @JoinColumn(name = "turn_id"))
    @MapKeyColumn(name = "persona_id")
    @Column(name = "revision_id")
    private Map<UUID, UUID> looks = new HashMap<>();

    private Instant createdAt;

    @Transient
    private boolean stored;

    protected Turn() {}

    /**
     * @param parent the turn that it follows; null for the beginning of the story
     * @param swipe which of the texts that follow the same turn, from 0
     */
    Turn(UUID id, UUID storyId, @Nullable Turn parent, int swipe, NewTurn said, Detected detected, Instant now) {
        this.id = id;
        this.storyId = storyId;
        this.parentId = parent == null ? null : parent.id;
        this.number = parent == null ? 1 : parent.number + 1;
        this.swipe = swipe;
        this.speaker = said.speaker();
        this.text = said.text();
        this.detector = detected.detector();
        this.changes = detected.changes();
        this.createdAt = now;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        stored = true;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    public UUID storyId() {
        return storyId;
    }

    /** The turn that this one follows; empty at the beginning. */
    public Optional<UUID> parentId() {
        return Optional.ofNullable(parentId);
    }

    /** Follows another turn from now on, because the one before was deleted. */
    void reparent(@Nullable Turn parent, int newSwipe) {
        parentId = parent == null ? null : parent.id;
        number = parent == null ? 1 : parent.number + 1;
        swipe = newSwipe;
    }

    /** One place further to the front, with the branch that it is on. */
    void renumber(int newNumber) {
        number = newNumber;
    }

    /** How a persona looks after the turn; empty when as at the beginning of the story. */
    Optional<UUID> look(UUID personaId) {
        return Optional.ofNullable(looks.get(personaId));
    }

    void setLook(UUID personaId, @Nullable UUID revisionId) {
        if (revisionId == null) {
            looks.remove(personaId);
        } else {
            looks.put(personaId, revisionId);
        }
    }

    /** Counts the turns from the beginning to this one, from 1. */
    public int number() {
        return number;
    }

    /** Which of the turn's alternative texts this is, from 0. */
    public int swipe() {
        return swipe;
    }

    public Speaker speaker() {
        return speaker;
    }

    public String text() {
        return text;
    }

    public String detector() {
        return detector;
    }

    public List<TurnChange> changes() {
        return changes;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** As detectors get to read it. */
    String line() {
        return speaker.word() + ": " + text;
    }
}
