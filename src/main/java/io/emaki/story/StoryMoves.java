package io.emaki.story;

import io.emaki.illustration.Illustrations;
import io.emaki.illustration.JobSummary;
import io.emaki.illustration.Occasion;
import io.emaki.persona.Cause;
import io.emaki.persona.Personas;
import io.emaki.problem.UnknownIdException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goes elsewhere in a story: undo, another swipe, another branch, a deleted turn. The cast goes along. */
@Service
@Transactional
public class StoryMoves {

    private final StoryRepository stories;
    private final TurnRepository turns;
    private final TurnRecords records;
    private final Path path;
    private final Personas personas;
    private final Illustrations illustrations;

    StoryMoves(
            StoryRepository stories,
            TurnRepository turns,
            TurnRecords records,
            Path path,
            Personas personas,
            Illustrations illustrations) {
        this.stories = stories;
        this.turns = turns;
        this.records = records;
        this.path = path;
        this.personas = personas;
        this.illustrations = illustrations;
    }

    /**
     * Where a story is after a move.
     *
     * @param jobs edits that are due because of it; none for pictures that were made before
     */
    public record Moved(Story story, List<JobSummary> jobs) {}

    /**
     * Goes to a turn of the story.
     *
     * @param turnId null for the beginning
     * @throws UnknownIdException when the workspace has no such story, or the story no such turn
     */
    public Moved go(UUID workspaceId, UUID storyId, @Nullable UUID turnId) {
        Story story = owned(workspaceId, storyId);
        return arrive(story, turnId == null ? null : records.turn(story, turnId));
    }

    /**
     * Deletes a turn. What followed it stays, with its changes made on top of what was before the deleted one.
     *
     * @param following deletes what followed it as well
     * @throws UnknownIdException when the workspace has no such story, or the story no such turn
     */
    public Moved delete(UUID workspaceId, UUID storyId, UUID turnId, boolean following) {
        Story story = owned(workspaceId, storyId);
        Turn turn = records.turn(story, turnId);
        Turn parent = turn.parentId().map(id -> records.turn(story, id)).orElse(null);
        Turn head = path.head(story).orElse(null);
        boolean here = head != null
                && (following
                        ? path.leadsOver(head.getId(), turn)
                        : head.getId().equals(turn.getId()));
        if (following) {
            below(turn).reversed().forEach(turns::delete);
        } else {
            path.children(turn).forEach(child -> {
                child.reparent(parent, path.nextSwipe(story, parent));
                turns.save(child);
                turns.flush();
                replay(story, child, parent);
            });
        }
        turns.delete(turn);
        turns.flush();
        return arrive(story, here ? parent : head);
    }

    /** What follows a turn, on all branches, parents before children. */
    private List<Turn> below(Turn turn) {
        List<Turn> found = new ArrayList<>();
        Deque<Turn> open = new ArrayDeque<>(path.children(turn));
        while (!open.isEmpty()) {
            Turn next = open.poll();
            found.add(next);
            open.addAll(path.children(next));
        }
        return found;
    }

    private record Step(Turn turn, @Nullable Turn parent) {}

    private void replay(Story story, Turn first, @Nullable Turn parent) {
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(first, parent)));
        while (!open.isEmpty()) {
            Step step = open.poll();
            Turn turn = step.turn();
            Cause cause = new Cause(Cause.Kind.REPLAY, story.id(), turn.getId(), turn.swipe());
            for (UUID personaId : TurnRecords.sorted(story.cast())) {
                UUID before = path.look(story, step.parent(), personaId);
                UUID after = path.look(story, turn, personaId);
                turn.setLook(personaId, personas.replay(personaId, before, after, cause));
            }
            turn.renumber(step.parent() == null ? 1 : step.parent().number() + 1);
            turns.save(turn);
            path.children(turn).forEach(child -> open.add(new Step(child, turn)));
        }
    }

    Moved arrive(Story story, @Nullable Turn turn) {
        story.moveTo(turn);
        stories.save(story);
        List<JobSummary> jobs = new ArrayList<>();
        for (UUID personaId : TurnRecords.sorted(story.cast())) {
            if (personas.stand(personaId, path.look(story, turn, personaId), story.id())) {
                illustrations.follow(personaId, Occasion.CHANGE).ifPresent(jobs::add);
            }
        }
        return new Moved(story, jobs);
    }

    Story owned(UUID workspaceId, UUID storyId) {
        Story story = records.locked(storyId);
        if (!story.workspaceId().equals(workspaceId)) {
            throw new UnknownIdException("story", storyId);
        }
        return story;
    }
}
