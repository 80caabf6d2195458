package io.emaki.intent;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param kind {@code embedded} reads turns in this process; {@code llm} asks the model at {@code emaki.llm.base-url}
 * @param gate whether turns that surely change nothing are kept from the language model
 */
@ConfigurationProperties("emaki.detector")
record DetectorSettings(
        @DefaultValue("embedded") DetectorKind kind,
        @DefaultValue("true") boolean gate) {}
