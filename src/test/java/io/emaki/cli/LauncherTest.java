package io.emaki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The parts of the launcher's shell code that decide something. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final Path LIBRARY = Path.of("bin", "lib").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void takesJavaHomeWhenItIsNewEnough() throws Exception {
        Path jdk = jdk("new", "25.0.3");

        assertThat(bash(". \"$LIB/java.sh\"; find_jdk && echo \"$JAVA_HOME\"", Map.of("JAVA_HOME", jdk.toString())))
                .isEqualTo(jdk.toString());
    }

    @Test
    void passesOverAnOldJavaHome() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path onPath = jdk("path", "26");

        assertThat(bash(
                        "PATH=\"$ON_PATH/bin:$PATH\"; . \"$LIB/java.sh\"; find_jdk && echo \"$JAVA_HOME\"",
                        Map.of("JAVA_HOME", old.toString(), "ON_PATH", onPath.toString())))
                .isEqualTo(onPath.toRealPath().toString());
    }

    @Test
    void aRuntimeWithoutCompilerDoesNotCount() throws Exception {
        Path runtime = jdk("runtime", "25");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(bash(". \"$LIB/java.sh\"; jdk_is_new_enough \"$JRE\" || echo no", Map.of("JRE", runtime.toString())))
                .isEqualTo("no");
    }

    @Test
    void buildsAgainOnlyWhenASourceIsNewerThanTheProgram() throws Exception {
        Instant sources = Instant.parse("2026-01-01T00:00:00Z");
        // Folders count too, since a deleted source only shows there; they have just been made.
        Instant built = Instant.parse("2100-01-01T00:00:00Z");
        Instant later = Instant.parse("2100-01-02T00:00:00Z");
        Path pom = file("pom.xml", sources);
        Path source = file("src/main/java/A.java", sources);
        String question = ". \"$LIB/build.sh\"; program_is_stale \"$CHECKOUT\" && echo stale || echo fresh";
        Map<String, String> checkout = Map.of("CHECKOUT", folder.toString());

        assertThat(bash(question, checkout)).isEqualTo("stale");
        file("target/run/emaki.jar", built);
        assertThat(bash(question, checkout)).isEqualTo("fresh");
        Files.setLastModifiedTime(source, FileTime.from(later));
        assertThat(bash(question, checkout)).isEqualTo("stale");
        Files.setLastModifiedTime(source, FileTime.from(sources));
        Files.setLastModifiedTime(pom, FileTime.from(later));
        assertThat(bash(question, checkout)).isEqualTo("stale");
    }

    @Test
    void aLockOfADeadProcessIsTakenOver() throws Exception {
        Path lock = Files.createDirectory(folder.resolve("build.lock"));
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Files.writeString(lock.resolve("pid"), Long.toString(ended.pid()));

        assertThat(bash(
                        ". \"$LIB/build.sh\"; take_lock \"$LOCK\"; [ \"$(cat \"$LOCK/pid\")\" = $$ ] && echo mine",
                        Map.of("LOCK", lock.toString())))
                .isEqualTo("mine");
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        for (String tool : List.of("java", "javac")) {
            Path program = Files.writeString(jdk.resolve("bin").resolve(tool), "#!/bin/sh\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private Path file(String name, Instant modified) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private static String bash(String script, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
        builder.environment().put("LIB", LIBRARY.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
