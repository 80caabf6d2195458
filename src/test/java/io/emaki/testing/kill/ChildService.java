package io.emaki.testing.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process that runs {@link FaultyService}, and can be killed as {@code kill -9} does. */
final class ChildService {

    private static final long PATIENCE_SECONDS = 90;

    private final Process process;
    private final Path faults;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> output = new ArrayList<>();
    private final int port;
    private final String token;

    /** Starts the service, and waits until it answers. */
    ChildService(Path folder, Map<String, String> properties) throws IOException, InterruptedException {
        faults = folder.resolve("fault.txt");
        Files.deleteIfExists(faults);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                FaultyService.class.getName(),
                "--" + FaultyService.FILE + "=" + faults));
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread.ofVirtual().start(this::read);
        String[] ready = await(FaultyService.READY).split(" ");
        port = Integer.parseInt(ready[0]);
        token = ready[1];
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            reader.lines().forEach(lines::add);
        } catch (UncheckedIOException | IOException killed) {
            lines.add("the output ended: " + killed.getMessage());
        }
    }

    private String await(String start) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            @Nullable String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new AssertionError("no line \"" + start + "...\" in\n" + String.join("\n", output));
            }
            output.add(line);
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    String token() {
        return token;
    }

    /** From now on the first thread that gets to the moment stays there. */
    void arm(String moment) throws IOException {
        Path fresh = faults.resolveSibling("fault.new");
        Files.writeString(fresh, moment);
        Files.move(fresh, faults, StandardCopyOption.ATOMIC_MOVE);
    }

    void awaitMoment() throws InterruptedException {
        await(FaultPoint.REACHED);
    }

    /** {@code SIGKILL}: nothing of the process gets to run any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
