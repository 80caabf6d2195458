package io.emaki.story.web;

import io.emaki.access.Caller;
import io.emaki.illustration.JobSummary;
import io.emaki.persona.Appearance;
import io.emaki.persona.AppearanceChange;
import io.emaki.persona.Facet;
import io.emaki.persona.Operation;
import io.emaki.persona.Persona;
import io.emaki.persona.Personas;
import io.emaki.problem.InvalidFieldException;
import io.emaki.problem.Require;
import io.emaki.story.LookRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/personas/{id}")
class LookController {

    private static final int MOST = 24;

    record ChangeBody(
            @Nullable String axis,
            @Nullable String op,
            @Nullable String description) {}

    /**
     * What is to look different; what is absent stays.
     *
     * @param outfit the whole outfit
     * @param companions everybody who is to be there
     * @param changes single changes, made after the rest
     */
    record LookBody(
            @Nullable String outfit,
            @Nullable String scene,
            @Nullable String pose,
            @Nullable List<@Nullable String> companions,
            @Nullable List<@Nullable ChangeBody> changes) {}

    record LookAnswer(
            UUID personaId,
            @Nullable UUID revisionId,
            Looks appearance,
            @Nullable JobSummary job,
            @Nullable String refused) {}

    record Looks(String outfit, String scene, String pose, List<String> companions) {

        static Looks of(Appearance looks) {
            return new Looks(looks.outfitText(), looks.scene(), looks.pose(), looks.companions());
        }
    }

    private final LookRequests requests;
    private final Personas personas;

    LookController(LookRequests requests, Personas personas) {
        this.requests = requests;
        this.personas = personas;
    }

    /** 202 when an edit is due, 200 when the picture is right already, 422 when the policy refuses it all. */
    @PatchMapping("/appearance")
    ResponseEntity<LookAnswer> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody LookBody body) {
        Persona persona = personas.get(caller.workspaceId(), id);
        List<AppearanceChange> changes = changes(body, persona.appearance());
        return answer(requests.change(caller.workspaceId(), id, changes, EntityTag.version(match)));
    }

    @PostMapping("/show")
    ResponseEntity<LookAnswer> show(Caller caller, @PathVariable UUID id) {
        return answer(requests.show(caller.workspaceId(), id));
    }

    private static ResponseEntity<LookAnswer> answer(LookRequests.Answer answer) {
        Persona persona = answer.persona();
        String refused =
                answer.refused().map(note -> note.reason().orElse("refused")).orElse(null);
        HttpStatus status = refused != null && answer.job().isEmpty()
                ? HttpStatus.UNPROCESSABLE_CONTENT
                : answer.job().isPresent() ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status)
                .eTag(EntityTag.of(persona))
                .body(new LookAnswer(
                        persona.id(),
                        persona.revisionId().orElse(null),
                        Looks.of(persona.appearance()),
                        answer.job().orElse(null),
                        refused));
    }

    private static List<AppearanceChange> changes(LookBody body, Appearance now) {
        List<AppearanceChange> changes = new ArrayList<>();
        set(changes, Facet.OUTFIT, "outfit", body.outfit());
        set(changes, Facet.SCENE, "scene", body.scene());
        set(changes, Facet.POSE, "pose", body.pose());
        if (body.companions() != null) {
            List<String> wanted = Require.list("companions", body.companions(), 0, MOST);
            now.companions().stream()
                    .filter(present -> !wanted.contains(present))
                    .forEach(gone -> changes.add(change(Facet.COMPANION, Operation.REMOVE, gone)));
            wanted.stream()
                    .filter(name -> !now.companions().contains(name))
                    .forEach(come -> changes.add(change(Facet.COMPANION, Operation.ADD, come)));
        }
        List<ChangeBody> single = Require.list("changes", body.changes(), 0, MOST);
        for (int i = 0; i < single.size(); i++) {
            changes.add(change(single.get(i), "changes[" + i + "]"));
        }
        if (changes.isEmpty()) {
            throw new InvalidFieldException(
                    "body", "must name what is to change: outfit, scene, pose, companions or changes");
        }
        return changes;
    }

    private static void set(List<AppearanceChange> changes, Facet facet, String field, @Nullable String text) {
        if (text != null) {
            changes.add(change(facet, Operation.SET, Require.text(field, text, 300)));
        }
    }

    private static AppearanceChange change(Facet facet, Operation operation, String description) {
        return new AppearanceChange(facet, operation, description, "");
    }

    private static AppearanceChange change(ChangeBody body, String field) {
        Facet facet = word(Facet.class, field + ".axis", body.axis(), "outfit, scene, pose or companion");
        Operation operation = word(Operation.class, field + ".op", body.op(), "set, add or remove");
        if (!operation.appliesTo(facet)) {
            throw new InvalidFieldException(
                    field + ".op", "does not apply to " + facet.name().toLowerCase(Locale.ROOT));
        }
        return change(facet, operation, Require.text(field + ".description", body.description(), 300));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String field, @Nullable String word, String allowed) {
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                return value;
            }
        }
        throw new InvalidFieldException(field, "must be " + allowed);
    }
}
