package io.emaki.story.web;

import io.emaki.access.Caller;
import io.emaki.illustration.JobSummary;
import io.emaki.story.Chapter;
import io.emaki.story.Chapters;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stories/{id}/chapters")
class ChapterController {

    record ChapterBody(@Nullable String title) {}

    /**
     * @param pictureSha256 the picture before the chapter
     * @param refreshedSha256 the picture that the chapter begins with; null while it is made
     */
    record LookView(
            UUID personaId,
            @Nullable UUID revisionId,
            @Nullable String pictureSha256,
            @Nullable String refreshedSha256) {}

    record ChapterView(
            int number,
            String title,
            @Nullable UUID turnId,
            List<LookView> cast,
            Instant openedAt,
            @Nullable Instant refreshedAt) {

        static ChapterView of(Chapter chapter) {
            return new ChapterView(
                    chapter.number(),
                    chapter.title(),
                    chapter.turnId().orElse(null),
                    chapter.looks().stream()
                            .map(look -> new LookView(
                                    look.personaId(),
                                    look.revisionId().orElse(null),
                                    look.pictureSha256().orElse(null),
                                    look.refreshedSha256().orElse(null)))
                            .toList(),
                    chapter.openedAt(),
                    chapter.refreshedAt().orElse(null));
        }
    }

    record Opened(ChapterView chapter, List<JobSummary> jobs) {}

    private final Chapters chapters;

    ChapterController(Chapters chapters) {
        this.chapters = chapters;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Opened open(Caller caller, @PathVariable UUID id, @RequestBody(required = false) @Nullable ChapterBody body) {
        Chapters.Opened opened = chapters.open(caller.workspaceId(), id, body == null ? null : body.title());
        return new Opened(ChapterView.of(opened.chapter()), opened.jobs());
    }

    @GetMapping
    Page<ChapterView> list(Caller caller, @PathVariable UUID id) {
        return new Page<>(
                chapters.list(caller.workspaceId(), id).stream()
                        .map(ChapterView::of)
                        .toList(),
                null);
    }

    @DeleteMapping("/{number}")
    MovedView rollBack(Caller caller, @PathVariable UUID id, @PathVariable int number) {
        return MovedView.of(chapters.rollBack(caller.workspaceId(), id, number));
    }
}
