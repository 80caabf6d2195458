package io.emaki.persona;

/**
 * A stored picture.
 *
 * @param sha256 64 lower-case hex digits
 * @param width pixels
 * @param height pixels
 */
public record ShownPicture(String sha256, int width, int height) {}
