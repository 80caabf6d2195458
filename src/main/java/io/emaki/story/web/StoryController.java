package io.emaki.story.web;

import io.emaki.access.Caller;
import io.emaki.story.NewTurn;
import io.emaki.story.Stories;
import io.emaki.story.Story;
import io.emaki.story.TurnOutcome;
import io.emaki.story.Turns;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stories")
class StoryController {

    record StoryBody(@Nullable String title, @Nullable List<@Nullable UUID> personaIds) {}

    record TurnBody(@Nullable String speaker, @Nullable String text) {}

    /** A list inside an object, so that something can be said beside it later. */
    record Page<T>(List<T> data) {}

    private final Stories stories;
    private final Turns turns;

    StoryController(Stories stories, Turns turns) {
        this.stories = stories;
        this.turns = turns;
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
                stories.list(caller.workspaceId()).stream().map(StoryView::of).toList());
    }

    @GetMapping("/{id}")
    StoryView get(Caller caller, @PathVariable UUID id) {
        return StoryView.of(stories.get(caller.workspaceId(), id));
    }

    @GetMapping("/{id}/turns")
    Page<TurnView> turns(Caller caller, @PathVariable UUID id) {
        return new Page<>(stories.turns(caller.workspaceId(), id).stream()
                .map(TurnView::of)
                .toList());
    }

    @PostMapping("/{id}/turns")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TurnAnswer take(Caller caller, @PathVariable UUID id, @RequestBody TurnBody body) {
        TurnOutcome outcome = turns.take(caller.workspaceId(), id, NewTurn.of(body.speaker(), body.text()));
        return TurnAnswer.of(outcome);
    }
}
