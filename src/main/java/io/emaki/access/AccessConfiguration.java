package io.emaki.access;

import org.springframework.context.annotation.Import;

/**
 * What the command line needs to work on tokens without the rest of the service. No {@code @Configuration}: the service
 * finds the same beans by scanning and would have them twice.
 */
@Import({TokenTable.class, Tokens.class})
public final class AccessConfiguration {}
