package io.emaki.persona.web;

import io.emaki.access.Caller;
import io.emaki.media.MediaLinks;
import io.emaki.persona.Persona;
import io.emaki.persona.Personas;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/personas")
class PersonaController {

    private final Personas personas;
    private final UploadedPicture uploads;
    private final MediaLinks links;
    private final JsonMapper json;

    PersonaController(Personas personas, UploadedPicture uploads, MediaLinks links, JsonMapper json) {
        this.personas = personas;
        this.uploads = uploads;
        this.links = links;
        this.json = json;
    }

    @PostMapping
    ResponseEntity<PersonaView> create(Caller caller, @RequestBody PersonaBody body) {
        Persona persona = personas.create(caller.workspaceId(), body.persona());
        return ResponseEntity.created(URI.create("/api/v1/personas/" + persona.id()))
                .body(PersonaView.of(persona, links));
    }

    @GetMapping
    Page<PersonaView> list(Caller caller) {
        return new Page<>(personas.list(caller.workspaceId()).stream()
                .map(persona -> PersonaView.of(persona, links))
                .toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<PersonaView> get(Caller caller, @PathVariable UUID id) {
        Persona persona = personas.get(caller.workspaceId(), id);
        return ResponseEntity.ok().eTag("\"" + persona.version() + "\"").body(PersonaView.of(persona, links));
    }

    /** Sets what stories may do with the persona. */
    @PatchMapping("/{id}")
    PersonaView control(Caller caller, @PathVariable UUID id, @RequestBody ControlBody body) {
        return PersonaView.of(
                personas.control(caller.workspaceId(), id, body.facets(), body.cooldownSeconds(), body.dailyEdits()),
                links);
    }

    @GetMapping("/{id}/revisions/{revisionId}")
    RevisionView revision(Caller caller, @PathVariable UUID id, @PathVariable UUID revisionId) {
        return RevisionView.of(personas.revision(caller.workspaceId(), id, revisionId), json);
    }

    @GetMapping("/{id}/revisions")
    Page<RevisionView> revisions(Caller caller, @PathVariable UUID id) {
        return new Page<>(personas.revisions(caller.workspaceId(), id).stream()
                .map(revision -> RevisionView.of(revision, json))
                .toList());
    }

    @PutMapping(
            path = "/{id}/picture",
            consumes = {"image/png", "image/jpeg", "application/octet-stream"})
    PersonaView adopt(Caller caller, @PathVariable UUID id, InputStream body) throws IOException {
        UUID workspace = caller.workspaceId();
        personas.get(workspace, id);
        return PersonaView.of(personas.adopt(workspace, id, uploads.store(body)), links);
    }
}
