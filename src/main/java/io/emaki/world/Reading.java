package io.emaki.world;

/** What a picture shows: the identity and the state whose rendering lies nearest to it. */
public record Reading(Identity identity, State state) {}
