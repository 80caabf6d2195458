package io.emaki.story.web;

import io.emaki.access.Caller;
import io.emaki.story.NewTurn;
import io.emaki.story.Stories;
import io.emaki.story.StoryMoves;
import io.emaki.story.TurnOutcome;
import io.emaki.story.TurnPreview;
import io.emaki.story.Turns;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stories/{id}")
class TurnController {

    /** @param parentTurnId the turn that this one follows; absent for where the story is */
    record TurnBody(
            @Nullable String speaker,
            @Nullable String text,
            @Nullable UUID parentTurnId) {}

    /** @param turnId where to go; absent for the beginning */
    record HeadBody(@Nullable UUID turnId) {}

    record Previews(List<TurnPreview> personas) {}

    private final Stories stories;
    private final Turns turns;
    private final StoryMoves moves;

    TurnController(Stories stories, Turns turns, StoryMoves moves) {
        this.stories = stories;
        this.turns = turns;
        this.moves = moves;
    }

    @GetMapping("/turns")
    Page<TurnView> turns(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(name = "up_to", required = false) @Nullable UUID upTo,
            @RequestParam(defaultValue = "100") int limit) {
        return Page.turns(stories.turns(caller.workspaceId(), id, upTo, PageSize.require(limit)));
    }

    /** 202, since the pictures follow; 200 with what would happen for a dry run. */
    @PostMapping("/turns")
    ResponseEntity<Object> take(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @RequestBody TurnBody body) {
        NewTurn said = NewTurn.of(body.speaker(), body.text());
        if (dryRun) {
            return ResponseEntity.ok(new Previews(turns.preview(caller.workspaceId(), id, body.parentTurnId(), said)));
        }
        TurnOutcome outcome = turns.take(caller.workspaceId(), id, body.parentTurnId(), said);
        return ResponseEntity.accepted().body(TurnAnswer.of(outcome));
    }

    @GetMapping("/turns/{turnId}/swipes")
    Page<TurnView> swipes(Caller caller, @PathVariable UUID id, @PathVariable UUID turnId) {
        return Page.turns(stories.swipes(caller.workspaceId(), id, turnId));
    }

    @PostMapping("/turns/{turnId}/swipes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TurnAnswer swipe(Caller caller, @PathVariable UUID id, @PathVariable UUID turnId, @RequestBody TurnBody body) {
        return TurnAnswer.of(turns.swipe(caller.workspaceId(), id, turnId, NewTurn.of(body.speaker(), body.text())));
    }

    @DeleteMapping("/turns/{turnId}")
    MovedView delete(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID turnId,
            @RequestParam(defaultValue = "false") boolean following) {
        return MovedView.of(moves.delete(caller.workspaceId(), id, turnId, following));
    }

    @PutMapping("/head")
    MovedView go(Caller caller, @PathVariable UUID id, @RequestBody HeadBody body) {
        return MovedView.of(moves.go(caller.workspaceId(), id, body.turnId()));
    }
}
