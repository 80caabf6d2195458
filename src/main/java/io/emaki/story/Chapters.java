package io.emaki.story;

import io.emaki.illustration.EditEnded;
import io.emaki.illustration.Illustrations;
import io.emaki.illustration.JobSummary;
import io.emaki.illustration.Occasion;
import io.emaki.media.MediaLinks;
import io.emaki.persona.Persona;
import io.emaki.persona.Personas;
import io.emaki.persona.ShownPicture;
import io.emaki.problem.ConflictException;
import io.emaki.problem.UnknownIdException;
import io.emaki.webhook.WebhookEvent;
import io.emaki.webhook.Webhooks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chapters: a new one takes a snapshot of the cast and has every picture drawn from the identity picture again, with what
 * was still due; rolling it back restores the snapshot.
 */
@Service
@Transactional
public class Chapters {

    private final StoryMoves moves;
    private final StoryRepository stories;
    private final ChapterRepository chapters;
    private final TurnRecords records;
    private final TurnRepository turns;
    private final Personas personas;
    private final Illustrations illustrations;
    private final Webhooks webhooks;
    private final MediaLinks links;
    private final Clock clock;

    Chapters(
            StoryMoves moves,
            StoryRepository stories,
            ChapterRepository chapters,
            TurnRecords records,
            TurnRepository turns,
            Personas personas,
            Illustrations illustrations,
            Webhooks webhooks,
            MediaLinks links,
            Clock clock) {
        this.moves = moves;
        this.stories = stories;
        this.chapters = chapters;
        this.records = records;
        this.turns = turns;
        this.personas = personas;
        this.illustrations = illustrations;
        this.webhooks = webhooks;
        this.links = links;
        this.clock = clock;
    }

    /** A new chapter and the edits that refresh its pictures. */
    public record Opened(Chapter chapter, List<JobSummary> jobs) {}

    private record PictureLink(String url, String sha256) {}

    private record Member(
            UUID personaId,
            @Nullable UUID revisionId,
            @Nullable PictureLink picture) {}

    private record Refreshed(UUID storyId, int chapter, String title, List<Member> personas) {}

    /**
     * Closes the present chapter and opens the next one.
     *
     * @throws UnknownIdException when the workspace has no such story
     */
    public Opened open(UUID workspaceId, UUID storyId, @Nullable String title) {
        Story story = moves.owned(workspaceId, storyId);
        moves.arrive(story, story.headId().map(id -> records.turn(story, id)).orElse(null));
        story.nextChapter();
        stories.save(story);
        List<JobSummary> jobs = new ArrayList<>();
        List<ChapterLook> looks = new ArrayList<>();
        for (UUID personaId : TurnRecords.sorted(story.cast())) {
            Persona before = personas.get(workspaceId, personaId);
            String picture = before.picture().map(ShownPicture::sha256).orElse(null);
            Optional<JobSummary> job = illustrations
                    .request(personaId, Occasion.CHAPTER)
                    .filter(due -> !due.state().isOver());
            job.ifPresent(jobs::add);
            looks.add(new ChapterLook(
                    personaId,
                    before.revisionId().orElse(null),
                    picture,
                    job.map(JobSummary::id).orElse(null)));
        }
        Chapter chapter = new Chapter(UUID.randomUUID(), story, title, looks, clock.instant());
        boolean done = chapter.closeIfDone(clock.instant());
        chapters.save(chapter);
        if (done) {
            tell(workspaceId, chapter);
        }
        return new Opened(chapter, jobs);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void ended(EditEnded edit) {
        for (Chapter chapter : chapters.thatWaitFor(edit.jobId())) {
            if (chapter.refreshed(edit.jobId(), edit.pictureSha256(), clock.instant())) {
                tell(stories.findById(chapter.storyId()).orElseThrow().workspaceId(), chapter);
            }
            chapters.save(chapter);
        }
    }

    private void tell(UUID workspaceId, Chapter chapter) {
        List<Member> members = chapter.looks().stream()
                .map(look -> new Member(
                        look.personaId(),
                        look.revisionId().orElse(null),
                        look.refreshedSha256()
                                .map(sha -> new PictureLink(links.png(sha), sha))
                                .orElse(null)))
                .toList();
        webhooks.publish(
                workspaceId,
                "msg_" + chapter.getId().toString().replace("-", ""),
                WebhookEvent.STORY_CHAPTER_REFRESHED,
                new Refreshed(chapter.storyId(), chapter.number(), chapter.title(), members));
    }

    /**
     * Takes the latest chapter back: the story is where it began, and the cast look, and are pictured, as then. Its turns
     * stay and can be gone to.
     *
     * @throws UnknownIdException when the workspace has no such story, or the story no such chapter
     * @throws ConflictException for any but the latest chapter
     */
    public StoryMoves.Moved rollBack(UUID workspaceId, UUID storyId, int number) {
        Story story = moves.owned(workspaceId, storyId);
        Chapter chapter = chapters.findByStoryIdAndNumber(storyId, number)
                .orElseThrow(() -> new UnknownIdException("chapter", number));
        if (number != story.chapter()) {
            throw new ConflictException(
                    "chapter", "can be rolled back only when it is the latest one, " + story.chapter());
        }
        Turn turn = chapter.turnId()
                .flatMap(id -> turns.findByIdAndStoryId(id, storyId))
                .orElse(null);
        for (ChapterLook look : chapter.looks()) {
            UUID revision = look.revisionId().orElse(null);
            if (turn != null) {
                turn.setLook(look.personaId(), revision);
                turns.save(turn);
            } else {
                story.rebase(look.personaId(), revision);
            }
        }
        story.backToChapter(number - 1);
        StoryMoves.Moved moved = moves.arrive(story, turn);
        chapter.looks()
                .forEach(look -> look.pictureSha256().ifPresent(sha -> illustrations.showAgain(look.personaId(), sha)));
        chapters.delete(chapter);
        return moved;
    }

    /** Oldest first; the first chapter, which no one opened, is not among them. */
    @Transactional(readOnly = true)
    public List<Chapter> list(UUID workspaceId, UUID storyId) {
        Story story = stories.findByIdAndWorkspaceId(storyId, workspaceId)
                .orElseThrow(() -> new UnknownIdException("story", storyId));
        return chapters.findByStoryIdOrderByNumberAsc(story.id());
    }
}
