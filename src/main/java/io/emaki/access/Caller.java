package io.emaki.access;

import java.util.UUID;

/**
 * Who makes a request. Controllers take it as an argument; everything they show or change belongs to its workspace.
 *
 * @param tokenId the token used
 * @param workspaceId the workspace it opens
 * @param tokenName what the token was named when it was made
 */
public record Caller(UUID tokenId, UUID workspaceId, String tokenName) {}
