package io.emaki.idempotency;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Routes that count how often their work was done. */
@TestComponent
@RestController
class Probe {

    final AtomicInteger runs = new AtomicInteger();
    volatile CountDownLatch entered = new CountDownLatch(0);
    volatile CountDownLatch mayGo = new CountDownLatch(0);

    void reset() {
        runs.set(0);
        entered = new CountDownLatch(0);
        mayGo = new CountDownLatch(0);
    }

    @PostMapping("/api/v1/probe")
    ResponseEntity<String> run(@RequestBody(required = false) String body) throws InterruptedException {
        int run = runs.incrementAndGet();
        entered.countDown();
        if (!mayGo.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody let the probe go");
        }
        return ResponseEntity.created(URI.create("/api/v1/probe/" + run))
                .eTag("\"" + run + "\"")
                .body("run " + run + " of " + body);
    }

    @PostMapping("/api/v1/probe/{status}")
    ResponseEntity<String> answer(@PathVariable int status) {
        return ResponseEntity.status(status).body("run " + runs.incrementAndGet());
    }

    @PostMapping("/api/v1/probe/failure")
    void fail() {
        throw new IllegalStateException("run " + runs.incrementAndGet() + " broke");
    }

    @PostMapping("/api/v1/probe/upload")
    String upload(MultipartFile file) throws IOException {
        return "run " + runs.incrementAndGet() + " of " + new String(file.getBytes(), StandardCharsets.UTF_8);
    }

    @PostMapping("/api/v1/images/probe")
    String draw() {
        return "run " + runs.incrementAndGet();
    }
}
