package io.emaki.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, lists, checks and revokes bearer tokens. A workspace comes into being with its first token. */
@Service
@Transactional
public class Tokens {

    public static final String DEFAULT_WORKSPACE = "default";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,99}");

    private final TokenTable table;
    private final Clock clock;

    Tokens(TokenTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** A token of the workspace {@value #DEFAULT_WORKSPACE}. */
    public IssuedToken create(String name) {
        return create(name, DEFAULT_WORKSPACE);
    }

    /**
     * @param name for people, 1 to 100 letters, digits, spaces or any of {@code . _ @ -}, starting with a letter or digit
     * @param workspace the same alphabet
     * @throws AccessException for {@code name} or {@code workspace}
     */
    public IssuedToken create(String name, String workspace) {
        requireName("name", name);
        requireName("workspace", workspace);
        UUID workspaceId = table.workspace(workspace, clock.instant());
        UUID id = UUID.randomUUID();
        String secret = TokenSecret.random();
        table.add(id, workspaceId, name, TokenSecret.hash(secret), clock.instant());
        return new IssuedToken(id, name, workspaceId, workspace, secret);
    }

    /** Every token, revoked ones included, oldest first. */
    @Transactional(readOnly = true)
    public List<TokenSummary> list() {
        return table.list();
    }

    /**
     * Ends a token's validity at once; revoking it again changes nothing.
     *
     * @param idOrName the id, or the name where exactly one valid token has it
     * @throws AccessException for {@code token} when there is no such token, or several
     */
    public TokenSummary revoke(String idOrName) {
        List<TokenSummary> all = table.list();
        List<TokenSummary> matches = all.stream()
                .filter(token -> token.id().toString().equalsIgnoreCase(idOrName))
                .toList();
        if (matches.isEmpty()) {
            matches = all.stream()
                    .filter(token -> token.name().equals(idOrName) && !token.isRevoked())
                    .toList();
        }
        if (matches.size() != 1) {
            throw new AccessException(
                    "token",
                    matches.isEmpty()
                            ? "no valid token has the id or name '" + idOrName + "'"
                            : matches.size() + " tokens are named '" + idOrName + "'; give the id");
        }
        table.revoke(matches.getFirst().id(), clock.instant());
        return matches.getFirst();
    }

    /** Who presents this secret; empty for an unknown or revoked one. The time of use is kept to the minute. */
    public Optional<Caller> authenticate(String secret) {
        if (!TokenSecret.hasShape(secret)) {
            return Optional.empty();
        }
        // The look-up compares hashes: how long it takes says nothing about the secret.
        Optional<TokenTable.Entry> entry = table.findValid(TokenSecret.hash(secret));
        entry.ifPresent(found -> table.touch(found, clock.instant()));
        return entry.map(TokenTable.Entry::caller);
    }

    private static void requireName(String field, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new AccessException(
                    field,
                    "must be 1 to 100 letters, digits, spaces or any of . _ @ - and start with a letter or digit");
        }
    }
}
