package io.emaki.story;

import io.emaki.problem.Require;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A chapter of a story: where it began, how the cast looked then, and the pictures that were refreshed for it. */
@Entity
public class Chapter implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID storyId;
    private int number;
    private String title;
    private @Nullable UUID turnId;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "chapter_look", joinColumns = @JoinColumn(name = "chapter_id"))
    private List<ChapterLook> looks = new ArrayList<>();

    private Instant openedAt;
    private @Nullable Instant refreshedAt;

    @Transient
    private boolean stored = true;

    protected Chapter() {}

    /** @param title at most 200 characters */
    Chapter(UUID id, Story story, @Nullable String title, List<ChapterLook> looks, Instant now) {
        this.id = id;
        this.storyId = story.id();
        this.number = story.chapter();
        this.title = Require.optionalText("title", title, 200);
        this.turnId = story.headId().orElse(null);
        this.looks = new ArrayList<>(looks);
        this.openedAt = now;
        this.stored = false;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    /**
     * Notes that the edit for one of the cast is over.
     *
     * @return whether it was the last one
     */
    boolean refreshed(UUID jobId, Optional<String> picture, Instant now) {
        looks.stream().filter(look -> look.waitsFor(jobId)).forEach(look -> look.refresh(picture));
        return closeIfDone(now);
    }

    /** @return whether every picture of the cast is as it should be, for the first time */
    boolean closeIfDone(Instant now) {
        boolean done = refreshedAt == null && looks.stream().allMatch(ChapterLook::isRefreshed);
        refreshedAt = done ? now : refreshedAt;
        return done;
    }

    public UUID storyId() {
        return storyId;
    }

    /** From 2; the first chapter is the story's beginning. */
    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** The turn after which it began; empty at the beginning of the story. */
    public Optional<UUID> turnId() {
        return Optional.ofNullable(turnId);
    }

    public List<ChapterLook> looks() {
        return List.copyOf(looks);
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** When all pictures of the cast were refreshed. */
    public Optional<Instant> refreshedAt() {
        return Optional.ofNullable(refreshedAt);
    }
}
