package io.emaki.story.web;

import io.emaki.access.Caller;
import io.emaki.story.Stories;
import io.emaki.story.Story;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stories")
class StoryController {

    record StoryBody(@Nullable String title, @Nullable List<@Nullable UUID> personaIds) {}

    private final Stories stories;

    StoryController(Stories stories) {
        this.stories = stories;
    }

    @PostMapping
    ResponseEntity<StoryView> begin(Caller caller, @RequestBody StoryBody body) {
        Story story = stories.begin(caller.workspaceId(), body.title(), body.personaIds());
        return ResponseEntity.created(URI.create("/api/v1/stories/" + story.id()))
                .body(StoryView.of(story));
    }

    @GetMapping
    Page<StoryView> list(Caller caller) {
        return new Page<>(
                stories.list(caller.workspaceId()).stream().map(StoryView::of).toList(), null);
    }

    @GetMapping("/{id}")
    StoryView get(Caller caller, @PathVariable UUID id) {
        return StoryView.of(stories.get(caller.workspaceId(), id));
    }
}
