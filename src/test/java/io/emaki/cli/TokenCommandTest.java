package io.emaki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.EmakiApplication;
import io.emaki.access.AccessConfiguration;
import io.emaki.access.Tokens;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

class TokenCommandTest {

    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void makesListsAndRevokesWithoutAService() {
        assertThat(run("create", "--name", "chat", "--workspace", "tavern")).isZero();
        String secret = out.toString().strip();
        assertThat(secret).matches("kotonia_[0-9A-Za-z]{43}");
        assertThat(err.toString()).contains("chat").contains("tavern").doesNotContain(secret);

        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("chat", "tavern", "valid", "never").doesNotContain(secret);
        assertThat(run("revoke", "chat")).isZero();
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("revoked");
    }

    @Test
    void wrongInputEndsWithStatusTwoAndOneLine() {
        assertThat(run("create", "--name", "<b>")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("name: must be 1 to 100");
        assertThat(run("revoke", "nobody")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("nobody");
        assertThat(run("create")).isEqualTo(2);
        assertThat(err.toString()).contains("--name");
    }

    /** The other process is real: within one process H2 shares the open database and the lock would not show. */
    @Test
    void anotherProcessMakesATokenWhileTheServiceRuns() throws Exception {
        Path door = data.resolve("emaki.door");
        try (ConfigurableApplicationContext service =
                SpringApplication.run(EmakiApplication.class, "--server.port=0", "--emaki.data-dir=" + data)) {
            assertThat(door).isRegularFile();
            if (Files.getFileStore(door).supportsFileAttributeView("posix")) {
                assertThat(Files.getPosixFilePermissions(door)).hasSize(2);
            }

            String secret = otherProcess("token", "create", "--name", "outside", "--data-dir", data.toString());

            assertThat(secret).matches("kotonia_[0-9A-Za-z]{43}");
            assertThat(service.getBean(Tokens.class).authenticate(secret))
                    .hasValueSatisfying(caller -> assertThat(caller.tokenName()).isEqualTo("outside"));
        }
        assertThat(door).doesNotExist();
    }

    @Test
    void aDoorLeftByAKilledServiceDoesNotMislead() throws IOException {
        Files.writeString(data.resolve("emaki.door"), "port=1\nkey=x\n");

        assertThat(run("create", "--name", "chat")).isZero();
        assertThat(out.toString().strip()).startsWith("kotonia_");
    }

    @Test
    void theDataFolderMayBeGivenRelativeToTheWorkingDirectory() {
        Path relative = Path.of("").toAbsolutePath().relativize(data.resolve("relative"));
        try (ConfigurableApplicationContext access =
                AccessConfiguration.application().run("--emaki.data-dir=" + relative)) {
            assertThat(access.getBean(Tokens.class).list()).isEmpty();
        }
        assertThat(data.resolve("relative/emaki.mv.db")).exists();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("token"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data-dir", data.toString()));
        CommandLine commandLine = EmakiCommand.commandLine(EmakiApplication.class);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(all.toArray(String[]::new));
    }

    private static String otherProcess(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.emaki.Emaki"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return output;
    }
}
