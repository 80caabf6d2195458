package io.emaki.story;

import io.emaki.illustration.Illustrations;
import io.emaki.illustration.JobSummary;
import io.emaki.illustration.Occasion;
import io.emaki.intent.PersonaView;
import io.emaki.persona.Appearance;
import io.emaki.persona.AppearanceChange;
import io.emaki.persona.AppearanceRevision;
import io.emaki.persona.Cause;
import io.emaki.persona.Changed;
import io.emaki.persona.Facet;
import io.emaki.persona.Operation;
import io.emaki.persona.Persona;
import io.emaki.persona.Personas;
import io.emaki.problem.UnknownIdException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two short transactions around the detection of a turn, which may be slow and holds none. */
@Component
@Transactional
class TurnRecords {

    private static final int WINDOW = 3;

    private final StoryRepository stories;
    private final TurnRepository turns;
    private final Path path;
    private final Personas personas;
    private final Illustrations illustrations;
    private final Clock clock;

    TurnRecords(
            StoryRepository stories,
            TurnRepository turns,
            Path path,
            Personas personas,
            Illustrations illustrations,
            Clock clock) {
        this.stories = stories;
        this.turns = turns;
        this.path = path;
        this.personas = personas;
        this.illustrations = illustrations;
        this.clock = clock;
    }

    /**
     * @param parentId the turn that the new one follows; null for the one that the story has reached
     * @throws UnknownIdException when the workspace has no such story, or the story no such turn
     */
    @Transactional(readOnly = true)
    Setting before(UUID workspaceId, UUID storyId, @Nullable UUID parentId) {
        Story story = stories.findByIdAndWorkspaceId(storyId, workspaceId)
                .orElseThrow(() -> new UnknownIdException("story", storyId));
        Turn parent = parentId == null ? path.head(story).orElse(null) : turn(story, parentId);
        return setting(story, parent);
    }

    /** What is known before a text that takes the place of another one. */
    @Transactional(readOnly = true)
    Setting beforeSwipe(UUID workspaceId, UUID storyId, UUID turnId) {
        Story story = stories.findByIdAndWorkspaceId(storyId, workspaceId)
                .orElseThrow(() -> new UnknownIdException("story", storyId));
        Turn swiped = turn(story, turnId);
        return setting(story, swiped.parentId().map(id -> turn(story, id)).orElse(null));
    }

    private Setting setting(Story story, @Nullable Turn parent) {
        List<Setting.Member> cast = story.cast().stream()
                .map(id -> {
                    Persona persona = personas.get(story.workspaceId(), id);
                    Appearance looks = personas.appearance(persona, path.look(story, parent, id));
                    return new Setting.Member(id, view(persona, looks));
                })
                .toList();
        List<String> history = path.upTo(parent == null ? null : parent.getId(), WINDOW).stream()
                .map(Turn::line)
                .toList();
        return new Setting(story.id(), cast, history);
    }

    private static PersonaView view(Persona persona, Appearance looks) {
        return new PersonaView(persona.name(), looks.outfitText(), looks.scene(), looks.pose(), looks.companions());
    }

    /**
     * Turn, changed appearances, revisions and due edits: all of it or nothing.
     *
     * @param parentId the turn that it follows; null for the one that the story has reached by now
     */
    TurnOutcome record(UUID storyId, @Nullable UUID parentId, NewTurn said, Detected detected) {
        Story story = locked(storyId);
        Turn parent = parentId == null ? path.head(story).orElse(null) : turn(story, parentId);
        return append(story, parent, said, detected);
    }

    /** The same for a text that takes the place of another one; that one stays, and can be gone back to. */
    TurnOutcome recordSwipe(UUID storyId, UUID turnId, NewTurn said, Detected detected) {
        Story story = locked(storyId);
        UUID parentId = turn(story, turnId).parentId().orElse(null);
        return append(story, parentId == null ? null : turn(story, parentId), said, detected);
    }

    private TurnOutcome append(Story story, @Nullable Turn parent, NewTurn said, Detected detected) {
        Turn turn = new Turn(
                UUID.randomUUID(), story.id(), parent, path.nextSwipe(story, parent), said, detected, clock.instant());
        Cause cause = Cause.turn(story.id(), turn.getId(), turn.swipe());
        Map<UUID, List<AppearanceChange>> changes = byPersona(detected);
        List<JobSummary> jobs = new ArrayList<>();
        List<TurnOutcome.Declined> declined = new ArrayList<>();
        for (UUID personaId : sorted(story.cast())) {
            UUID before = path.look(story, parent, personaId);
            boolean moved = personas.stand(personaId, before, story.id());
            Changed changed = personas.change(personaId, changes.getOrDefault(personaId, List.of()), cause);
            turn.setLook(
                    personaId, changed.revision().map(AppearanceRevision::id).orElse(before));
            declined.addAll(declined(story, personaId, changed));
            if (moved || changed.revision().isPresent()) {
                illustrations.follow(personaId, Occasion.CHANGE).ifPresent(jobs::add);
            }
        }
        turns.save(turn);
        story.moveTo(turn);
        stories.save(story);
        return new TurnOutcome(turn, jobs, declined);
    }

    /** What {@link #record} would do; nothing is written. */
    @Transactional(readOnly = true)
    List<TurnPreview> preview(UUID workspaceId, UUID storyId, @Nullable UUID parentId, Detected detected) {
        Story story = stories.findByIdAndWorkspaceId(storyId, workspaceId)
                .orElseThrow(() -> new UnknownIdException("story", storyId));
        Turn parent = parentId == null ? path.head(story).orElse(null) : turn(story, parentId);
        Map<UUID, List<AppearanceChange>> changes = byPersona(detected);
        return story.cast().stream()
                .map(id -> {
                    Persona persona = personas.get(workspaceId, id);
                    Appearance before = personas.appearance(persona, path.look(story, parent, id));
                    Appearance wanted = personas.imagine(persona, before, changes.getOrDefault(id, List.of()));
                    return new TurnPreview(
                            id,
                            detected.changes().stream()
                                    .filter(change -> change.personaId().equals(id))
                                    .toList(),
                            wanted,
                            illustrations.preview(workspaceId, id, wanted));
                })
                .toList();
    }

    private List<TurnOutcome.Declined> declined(Story story, UUID personaId, Changed changed) {
        List<TurnOutcome.Declined> declined = new ArrayList<>();
        changed.refused().ifPresent(note -> {
            illustrations.refused(story.workspaceId(), note);
            note.changes()
                    .forEach(change -> declined.add(TurnOutcome.Declined.of(
                            personaId, change, note.reason().orElse(""))));
        });
        changed.frozen()
                .forEach(change -> declined.add(TurnOutcome.Declined.of(
                        personaId, change, change.facet().name().toLowerCase(Locale.ROOT) + " is frozen")));
        return declined;
    }

    Story locked(UUID storyId) {
        return stories.findLocked(storyId).orElseThrow(() -> new UnknownIdException("story", storyId));
    }

    Turn turn(Story story, UUID turnId) {
        return turns.findByIdAndStoryId(turnId, story.id()).orElseThrow(() -> new UnknownIdException("turn", turnId));
    }

    /** Two stories with the same cast lock it in the same order. */
    static List<UUID> sorted(List<UUID> cast) {
        return cast.stream().sorted().toList();
    }

    private static Map<UUID, List<AppearanceChange>> byPersona(Detected detected) {
        return detected.changes().stream()
                .collect(Collectors.groupingBy(
                        TurnChange::personaId, Collectors.mapping(TurnRecords::change, Collectors.toList())));
    }

    private static AppearanceChange change(TurnChange change) {
        return new AppearanceChange(
                Facet.valueOf(change.axis().toUpperCase(Locale.ROOT)),
                Operation.valueOf(change.op().toUpperCase(Locale.ROOT)),
                change.description(),
                change.evidence());
    }
}
