package io.emaki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.emaki.EmakiApplication;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole path on real parts: service, engine, database, jobs, webhooks. */
class DemoCommandTest {

    private record Run(int status, String out, String err) {

        JsonNode report() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @TempDir
    private static Path folder;

    private static Run asScripted;

    @BeforeAll
    static void play() {
        asScripted = demo("--out", folder.toString(), "--json", "--model", "models/avatar-mini");
    }

    @Test
    void everythingGoesAsScripted() {
        assertThat(asScripted.report().path("problems")).as(asScripted.err()).isEmpty();
        assertThat(asScripted.status()).isZero();
        assertThat(asScripted.report().path("turns")).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void allFourAxesAndATurnWithoutAChangeOccur() {
        JsonNode turns = asScripted.report().path("turns");

        assertThat(turns.findValuesAsString("axis")).contains("outfit", "scene", "pose", "companion");
        assertThat(turns).anySatisfy(turn -> {
            assertThat(turn.path("changes")).isEmpty();
            assertThat(turn.path("jobs")).isEmpty();
        });
    }

    @Test
    void leavesAStoryboardAndAReport() throws Exception {
        assertThat(JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json"))))
                .isEqualTo(asScripted.report());
        assertThat(ImageIO.read(folder.resolve("storyboard.png").toFile()).getHeight())
                .isGreaterThan(3 * 336);
    }

    @Test
    void itsWebhooksVerifyWithTheIndependentLibrary() throws Exception {
        JsonNode webhooks = asScripted.report().path("webhooks");
        Webhook library = new Webhook(webhooks.path("secret").asString());

        assertThat(webhooks.path("deliveries")).isNotEmpty();
        for (JsonNode delivery : webhooks.path("deliveries")) {
            library.verify(delivery.path("body").asString(), headers(delivery));
        }
    }

    @Test
    void aTurnThatChangesMoreThanScriptedEndsWithStatusOne() throws Exception {
        Path story = Files.writeString(folder.resolve("wrong.yaml"), """
                title: Wrong on purpose
                persona:
                  name: Rin
                  description: An adult ranger.
                  appearance: {outfit: a green hoodie, scene: a forest by day, pose: standing, companions: []}
                turns:
                  - {speaker: persona, text: "*sits down on a stone*", expect: []}
                """);

        Run run = demo(
                "--story", story.toString(), "--out", folder.resolve("wrong").toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("Not as scripted").contains("turn 1: changes [pose set] were found");
    }

    private static HttpHeaders headers(JsonNode delivery) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(delivery.path("id").asString()),
                        "webhook-timestamp", List.of(delivery.path("timestamp").asString()),
                        "webhook-signature", List.of(delivery.path("signature").asString())),
                (name, value) -> true);
    }

    private static Run demo(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = EmakiCommand.commandLine(EmakiApplication.class);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "demo";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        int status = commandLine.execute(all);
        return new Run(status, out.toString(), err.toString());
    }
}
