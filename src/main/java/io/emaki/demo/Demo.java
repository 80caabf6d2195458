package io.emaki.demo;

import io.emaki.access.Tokens;
import io.emaki.imaging.ImageEditor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Starts the service on a free port with an empty data folder, plays a story against it and writes what came of it. */
public final class Demo {

    private static final String NOISE = "This model has random weights: its pictures are noise.";

    private final Class<?> application;
    private final List<String> settings;
    private final DemoListener listener;

    /**
     * @param application the Spring application that is the service
     * @param settings further settings of the service as {@code name=value}
     */
    public Demo(Class<?> application, List<String> settings, DemoListener listener) {
        this.application = application;
        this.settings = List.copyOf(settings);
        this.listener = listener;
    }

    /**
     * Plays a story and leaves {@code storyboard.png} and {@code report.json} in {@code out}.
     *
     * @throws DemoException when the story cannot be played to its end
     */
    public DemoReport play(Path story, Path out) throws InterruptedException {
        DemoScript script = DemoScript.read(story);
        Path data = null;
        try {
            Files.createDirectories(out);
            data = Files.createTempDirectory("emaki-demo");
            return play(script, out, data);
        } catch (IOException broken) {
            throw new DemoException("cannot write to " + out + ": " + broken.getMessage(), broken);
        } finally {
            delete(data);
        }
    }

    private DemoReport play(DemoScript script, Path out, Path data) throws IOException, InterruptedException {
        listener.line("Starting the service ...");
        try (ConfigurableApplicationContext service = start(data);
                WebhookReceiver receiver = WebhookReceiver.start(Clock.systemUTC());
                ChatProduct chat = new ChatProduct(url(service), token(service))) {
            boolean randomWeights = randomWeights(service);
            if (randomWeights) {
                listener.line(NOISE);
            }
            StoryPlay play = new StoryPlay(script, chat, receiver, Clock.systemUTC(), listener);
            DemoReport report = play.play(randomWeights);
            String subtitle =
                    randomWeights ? NOISE : "Each picture is the one before it, edited by what the turn changed.";
            ImageIO.write(
                    new Storyboard(script.title(), subtitle, play.panels()).draw(),
                    "png",
                    out.resolve("storyboard.png").toFile());
            Files.writeString(out.resolve("report.json"), json(report));
            return report;
        }
    }

    /** The report as JSON with snake_case names. */
    public static String json(DemoReport report) {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(report);
    }

    private ConfigurableApplicationContext start(Path data) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--emaki.data-dir=" + data.toAbsolutePath(),
                "--emaki.webhook.allow-private-targets=true"));
        settings.forEach(setting -> arguments.add("--" + setting));
        return new SpringApplicationBuilder(application).run(arguments.toArray(String[]::new));
    }

    private static String token(ConfigurableApplicationContext service) {
        return service.getBean(Tokens.class).create("demo").secret();
    }

    private static boolean randomWeights(ConfigurableApplicationContext service) {
        return service.getBean(ImageEditor.class).info().randomWeights();
    }

    private static URI url(ConfigurableApplicationContext service) {
        return URI.create("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException left) {
            // A temporary folder that stays behind does not spoil the demo's result.
            System.getLogger(Demo.class.getName()).log(System.Logger.Level.DEBUG, "left behind: {0}", folder);
        }
    }
}
