package io.emaki.story;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** One turn of a story, with what was detected in it. */
@Entity
public class Turn implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID storyId;
    private int number;
    private int swipe;

    @Enumerated(EnumType.STRING)
    private Speaker speaker;

    private String text;
    private String detector;

    @Convert(converter = TurnChangesText.class)
    private List<TurnChange> changes;

    private Instant createdAt;

    @Transient
    private boolean stored;

    protected Turn() {}

    Turn(UUID id, UUID storyId, int number, NewTurn said, Detected detected, Instant now) {
        this.id = id;
        this.storyId = storyId;
        this.number = number;
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

    /** Counts the story's turns from 1. */
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
