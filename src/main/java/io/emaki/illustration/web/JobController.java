package io.emaki.illustration.web;

import io.emaki.access.Caller;
import io.emaki.illustration.Illustrations;
import io.emaki.illustration.JobStatus;
import io.emaki.media.MediaLinks;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/jobs")
class JobController {

    private final Illustrations illustrations;
    private final MediaLinks links;

    JobController(Illustrations illustrations, MediaLinks links) {
        this.illustrations = illustrations;
        this.links = links;
    }

    @GetMapping("/{id}")
    JobView get(Caller caller, @PathVariable UUID id) {
        return JobView.of(illustrations.status(caller.workspaceId(), id), links);
    }

    /** 200 when the job is canceled, 202 when it runs and stops at its next step, 409 when it is over. */
    @DeleteMapping("/{id}")
    ResponseEntity<JobView> cancel(Caller caller, @PathVariable UUID id) {
        JobStatus status = illustrations.cancel(caller.workspaceId(), id);
        HttpStatus answer = status.job().state().isOver() ? HttpStatus.OK : HttpStatus.ACCEPTED;
        return ResponseEntity.status(answer).body(JobView.of(status, links));
    }
}
