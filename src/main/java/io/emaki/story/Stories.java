package io.emaki.story;

import io.emaki.persona.Personas;
import io.emaki.problem.InvalidFieldException;
import io.emaki.problem.Require;
import io.emaki.problem.UnknownIdException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stories of a workspace. */
@Service
@Transactional
public class Stories {

    private static final Limit MOST_LISTED = Limit.of(500);

    private final StoryRepository stories;
    private final TurnRepository turns;
    private final Personas personas;
    private final Clock clock;

    Stories(StoryRepository stories, TurnRepository turns, Personas personas, Clock clock) {
        this.stories = stories;
        this.turns = turns;
        this.personas = personas;
        this.clock = clock;
    }

    /**
     * @param cast 1 to 8 personas of the workspace
     * @throws InvalidFieldException for {@code title} or {@code persona_ids}
     */
    public Story begin(UUID workspaceId, @Nullable String title, @Nullable List<@Nullable UUID> cast) {
        List<UUID> ids = Require.list("persona_ids", cast, 1, 8);
        for (int i = 0; i < ids.size(); i++) {
            requirePersona(workspaceId, ids.get(i), i);
        }
        return stories.save(new Story(UUID.randomUUID(), workspaceId, title, ids, clock.instant()));
    }

    private void requirePersona(UUID workspaceId, UUID id, int index) {
        if (!personas.exists(workspaceId, id)) {
            throw new InvalidFieldException("persona_ids[" + index + "]", "must be the id of a persona, not " + id);
        }
    }

    /** @throws UnknownIdException when the workspace has no such story */
    @Transactional(readOnly = true)
    public Story get(UUID workspaceId, UUID id) {
        return stories.findByIdAndWorkspaceId(id, workspaceId).orElseThrow(() -> new UnknownIdException("story", id));
    }

    /** The newest 500, newest first. */
    @Transactional(readOnly = true)
    public List<Story> list(UUID workspaceId) {
        return stories.findByWorkspaceIdOrderByCreatedAtDescIdAsc(workspaceId, MOST_LISTED);
    }

    /** The latest 500 turns, oldest first. */
    @Transactional(readOnly = true)
    public List<Turn> turns(UUID workspaceId, UUID id) {
        return turns.findByStoryIdOrderByNumberDesc(get(workspaceId, id).id(), MOST_LISTED)
                .reversed();
    }
}
