package io.emaki.policy;

/**
 * Whether a description may be drawn, and why.
 *
 * @param rule stable id of the rule that decided: {@code everyday}, {@code mild}, {@code underwear}, {@code nudity},
 *     {@code sexual-content} or {@code minor}
 * @param reason for people; repeats no wording of the description
 */
public record Verdict(boolean allowed, String rule, String reason) {}
