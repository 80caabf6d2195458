package io.emaki.scheduling;

/** Work was put into a table; once that is committed, this process need not wait for its next poll. */
record WorkScheduled(String table) {}
