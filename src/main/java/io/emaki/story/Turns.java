package io.emaki.story;

import io.emaki.intent.Detection;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.emaki.intent.VisualChangeDetector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes turns: notices what they change and lets the pictures follow. */
@Service
public class Turns {

    private final TurnRecords records;
    private final VisualChangeDetector detector;

    Turns(TurnRecords records, VisualChangeDetector detector) {
        this.records = records;
        this.detector = detector;
    }

    /**
     * Takes a turn, and the story goes there.
     *
     * @param parentId the turn that it follows, which begins a branch when that is not where the story is; null for
     *     wherever the story is
     * @throws io.emaki.problem.UnknownIdException when the workspace has no such story, or the story no such turn
     */
    public TurnOutcome take(UUID workspaceId, UUID storyId, @Nullable UUID parentId, NewTurn said) {
        Setting setting = records.before(workspaceId, storyId, parentId);
        return records.record(storyId, parentId, said, detect(setting, said));
    }

    /** Takes another text for a turn, and the story goes there; the other texts stay and can be gone back to. */
    public TurnOutcome swipe(UUID workspaceId, UUID storyId, UUID turnId, NewTurn said) {
        Setting setting = records.beforeSwipe(workspaceId, storyId, turnId);
        return records.recordSwipe(storyId, turnId, said, detect(setting, said));
    }

    /** What a turn would change, without taking it. */
    public List<TurnPreview> preview(UUID workspaceId, UUID storyId, @Nullable UUID parentId, NewTurn said) {
        Setting setting = records.before(workspaceId, storyId, parentId);
        return records.preview(workspaceId, storyId, parentId, detect(setting, said));
    }

    /**
     * Each persona of the cast is asked about on its own: what changes one of them says nothing of the others. A detector may wait for
     * another machine, so all are asked at once.
     */
    private Detected detect(Setting setting, NewTurn said) {
        List<Detection> detections = Together.each(
                setting.cast(),
                member -> detector.detect(
                        new TurnText(said.speaker().word(), said.text(), setting.history(), member.view())));
        Set<String> detectors = new LinkedHashSet<>();
        List<TurnChange> changes = new ArrayList<>();
        for (int i = 0; i < detections.size(); i++) {
            UUID personaId = setting.cast().get(i).personaId();
            detectors.add(detections.get(i).detector());
            detections.get(i).changes().forEach(change -> changes.add(change(personaId, change)));
        }
        return new Detected(String.join("+", detectors), changes);
    }

    private static TurnChange change(UUID personaId, VisualChange change) {
        return new TurnChange(
                personaId,
                change.axis().name().toLowerCase(Locale.ROOT),
                change.op().name().toLowerCase(Locale.ROOT),
                change.description(),
                change.evidence(),
                change.confidence());
    }
}
