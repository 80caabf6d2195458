package io.emaki.story.web;

import io.emaki.illustration.JobSummary;
import io.emaki.story.StoryMoves;
import java.util.List;

/** @param jobs edits that are due because of the move; pictures made before need none */
record MovedView(StoryView story, List<JobSummary> jobs) {

    static MovedView of(StoryMoves.Moved moved) {
        return new MovedView(StoryView.of(moved.story()), moved.jobs());
    }
}
