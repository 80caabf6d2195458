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
    private final Path path;
    private final Personas personas;
    private final Clock clock;

    Stories(StoryRepository stories, TurnRepository turns, Path path, Personas personas, Clock clock) {
        this.stories = stories;
        this.turns = turns;
        this.path = path;
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
        List<CastMember> members = ids.stream()
                .map(id -> new CastMember(
                        id, personas.get(workspaceId, id).revisionId().orElse(null)))
                .toList();
        return stories.save(new Story(UUID.randomUUID(), workspaceId, title, members, clock.instant()));
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

    /**
     * The way to a turn, oldest first.
     *
     * @param upTo the last turn; null for where the story is
     * @param most how many turns at most, counted back from the last one
     */
    @Transactional(readOnly = true)
    public List<Turn> turns(UUID workspaceId, UUID id, @Nullable UUID upTo, int most) {
        Story story = get(workspaceId, id);
        if (upTo == null) {
            return path.upTo(story.headId().orElse(null), most);
        }
        Turn last = turns.findByIdAndStoryId(upTo, id).orElseThrow(() -> new UnknownIdException("turn", upTo));
        return path.upTo(last.getId(), most);
    }

    /** The texts that follow the same turn as this one, itself among them, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<Turn> swipes(UUID workspaceId, UUID id, UUID turnId) {
        get(workspaceId, id);
        Turn turn = turns.findByIdAndStoryId(turnId, id).orElseThrow(() -> new UnknownIdException("turn", turnId));
        return turn.parentId()
                .map(turns::findByParentIdOrderBySwipeAsc)
                .orElseGet(() -> turns.findByStoryIdAndParentIdIsNullOrderBySwipeAsc(id));
    }
}
