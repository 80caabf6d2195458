package io.emaki.story.web;

import io.emaki.problem.InvalidFieldException;

/** How many entries a page may have. */
final class PageSize {

    private static final int MOST = 500;

    private PageSize() {}

    static int require(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidFieldException("limit", "must be between 1 and " + MOST + ", not " + limit);
        }
        return limit;
    }
}
