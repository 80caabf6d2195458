package io.emaki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.EmakiApplication;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Starts that cannot work end with one line; see the demo's test for one that does. */
class ServeCommandTest {

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path data;

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            int status = serve("--port", Integer.toString(taken.getLocalPort()), "--data-dir", data.toString());

            assertThat(status).isEqualTo(2);
            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .contains("port " + taken.getLocalPort() + " is in use")
                    .contains("--port");
        }
    }

    @Test
    void aDataFolderInUseIsNamed() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("emaki"), "emaki", "")) {
            assertThat(other.isValid(1)).isTrue();
            other.createStatement().execute("CREATE TABLE kept (id INT)");

            assertThat(serveElsewhere()).contains("2 emaki serve: the data folder is in use");
        }
    }

    /** H2 shares a file between connections of one process, so the second one has to be another process. */
    private String serveElsewhere() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.emaki.Emaki",
                        "serve",
                        "--port",
                        "0",
                        "--data-dir",
                        data.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }

    private int serve(String... arguments) {
        CommandLine commandLine = EmakiCommand.commandLine(EmakiApplication.class);
        commandLine.setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "serve";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return commandLine.execute(all);
    }
}
