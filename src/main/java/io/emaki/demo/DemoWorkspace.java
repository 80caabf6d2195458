package io.emaki.demo;

import io.emaki.access.IssuedToken;
import io.emaki.access.TokenSummary;
import io.emaki.access.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** A persona and a story to try things on, made when the service starts on an empty database. */
public final class DemoWorkspace {

    private static final String NAME = "demo";

    private DemoWorkspace() {}

    /** @param token bearer token of the demo workspace; it cannot be shown again */
    public record Welcome(String token, String persona, String personaId, String storyId) {}

    /**
     * Makes the demo workspace through the service's own HTTP interface.
     *
     * @param story the script whose persona and title are used
     * @return empty when the database already has a valid token, and so is in use
     * @throws DemoException when the story file or the service does not allow it
     */
    public static Optional<Welcome> createIn(ApplicationContext service, URI url, Path story)
            throws InterruptedException {
        Tokens tokens = service.getBean(Tokens.class);
        if (!tokens.list().stream().allMatch(TokenSummary::isRevoked)) {
            return Optional.empty();
        }
        DemoScript script = DemoScript.read(story);
        IssuedToken token = tokens.create(NAME, NAME);
        try {
            return Optional.of(create(url, token.secret(), script));
        } catch (DemoException failure) {
            // Nobody has seen the token; the next start tries again.
            tokens.revoke(token.id().toString());
            throw failure;
        }
    }

    private static Welcome create(URI url, String token, DemoScript script) throws InterruptedException {
        try (ChatProduct chat = new ChatProduct(url, token)) {
            String persona = chat.createPersona(script.persona());
            chat.portray(persona, script.persona());
            String id = chat.createStory(script.title(), persona);
            return new Welcome(token, script.persona().name(), persona, id);
        }
    }
}
