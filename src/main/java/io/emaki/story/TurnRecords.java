package io.emaki.story;

import io.emaki.illustration.Illustrations;
import io.emaki.illustration.JobSummary;
import io.emaki.intent.PersonaView;
import io.emaki.persona.Appearance;
import io.emaki.persona.AppearanceChange;
import io.emaki.persona.Cause;
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
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two short transactions around the detection of a turn, which may be slow and holds none. */
@Component
@Transactional
class TurnRecords {

    private static final Limit WINDOW = Limit.of(3);

    private final StoryRepository stories;
    private final TurnRepository turns;
    private final Personas personas;
    private final Illustrations illustrations;
    private final Clock clock;

    TurnRecords(
            StoryRepository stories,
            TurnRepository turns,
            Personas personas,
            Illustrations illustrations,
            Clock clock) {
        this.stories = stories;
        this.turns = turns;
        this.personas = personas;
        this.illustrations = illustrations;
        this.clock = clock;
    }

    /** @throws UnknownIdException when the workspace has no such story */
    @Transactional(readOnly = true)
    Setting before(UUID workspaceId, UUID storyId) {
        Story story = stories.findByIdAndWorkspaceId(storyId, workspaceId)
                .orElseThrow(() -> new UnknownIdException("story", storyId));
        List<Setting.Member> cast = story.cast().stream()
                .map(id -> new Setting.Member(id, view(personas.get(workspaceId, id))))
                .toList();
        List<String> history = turns.findByStoryIdOrderByNumberDesc(storyId, WINDOW).reversed().stream()
                .map(Turn::line)
                .toList();
        return new Setting(storyId, cast, history);
    }

    private static PersonaView view(Persona persona) {
        Appearance looks = persona.appearance();
        return new PersonaView(persona.name(), looks.outfitText(), looks.scene(), looks.pose(), looks.companions());
    }

    /** Turn, changed appearances, revisions and due edits: all of it or nothing. */
    TurnOutcome record(UUID storyId, NewTurn said, Detected detected) {
        Story story = stories.findLocked(storyId).orElseThrow(() -> new UnknownIdException("story", storyId));
        Turn turn = turns.save(story.take(UUID.randomUUID(), said, detected, clock.instant()));
        stories.save(story);
        List<JobSummary> jobs = new ArrayList<>();
        Cause cause = new Cause(storyId, turn.getId(), turn.swipe());
        byPersona(detected)
                .forEach((personaId, changes) -> personas.change(personaId, changes, cause)
                        .flatMap(illustrations::request)
                        .ifPresent(jobs::add));
        return new TurnOutcome(turn, jobs);
    }

    /** Sorted by persona: two stories with the same cast lock it in the same order. */
    private static Map<UUID, List<AppearanceChange>> byPersona(Detected detected) {
        return detected.changes().stream()
                .collect(Collectors.groupingBy(
                        TurnChange::personaId,
                        TreeMap::new,
                        Collectors.mapping(TurnRecords::change, Collectors.toList())));
    }

    private static AppearanceChange change(TurnChange change) {
        return new AppearanceChange(
                Facet.valueOf(change.axis().toUpperCase(Locale.ROOT)),
                Operation.valueOf(change.op().toUpperCase(Locale.ROOT)),
                change.description(),
                change.evidence());
    }
}
