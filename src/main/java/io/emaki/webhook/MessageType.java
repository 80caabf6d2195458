package io.emaki.webhook;

/** A message without its body, which a log of a hundred deliveries need not read. */
record MessageType(String id, String type) {}
