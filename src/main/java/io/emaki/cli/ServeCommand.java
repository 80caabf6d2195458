package io.emaki.cli;

import io.emaki.demo.DemoException;
import io.emaki.demo.DemoWorkspace;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Starts the service and stays until it is told to stop. */
@Command(name = "serve", description = "Starts the service on this machine.")
final class ServeCommand implements Callable<Integer> {

    @ParentCommand
    private EmakiCommand emaki;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on, 0 for a free one (default: 8080).")
    private @Nullable Integer port;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Folder for the database and the pictures (default: persona-store/data).")
    private @Nullable Path dataDir;

    @Option(names = "--no-demo", description = "Leave an empty database empty, without the demo persona and story.")
    private boolean noDemo;

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        SpringApplication application = new SpringApplication(emaki.application());
        application.addListeners((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        ConfigurableApplicationContext service = ServiceStart.run(application, arguments());
        announce(service.getEnvironment());
        if (!noDemo && isEmbedded(service.getEnvironment())) {
            offerDemo(service);
        }
        closed.await();
        return 0;
    }

    private void announce(Environment environment) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Emaki is ready: http://localhost:" + environment.getRequiredProperty("local.server.port"));
        out.println("Data folder: "
                + Path.of(environment.getRequiredProperty("emaki.data-dir"))
                        .toAbsolutePath()
                        .normalize());
        out.flush();
    }

    /** A database server is shared, so nobody's first start should fill it. */
    private static boolean isEmbedded(Environment environment) {
        return environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:");
    }

    private void offerDemo(ConfigurableApplicationContext service) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        URI url = URI.create("http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port"));
        try {
            DemoWorkspace.createIn(service, url, DemoCommand.defaultStory())
                    .ifPresent(welcome -> out.println(invitation(url, welcome)));
        } catch (DemoException failure) {
            out.println("There is no demo persona: " + failure.getMessage());
        }
        out.flush();
    }

    private static String invitation(URI url, DemoWorkspace.Welcome welcome) {
        return """
                The database was empty; it now has a persona, %s, and a story.
                Token of the demo workspace, shown this once: %s
                Try a turn:
                  curl -s %s/api/v1/stories/%s/turns \\
                    -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' \\
                    -d '{"speaker": "narrator", "text": "%s steps into the tavern and sits down by the fire."}'
                Then look at her picture:
                  curl -s %s/api/v1/personas/%s -H 'Authorization: Bearer %s'""".formatted(
                        welcome.persona(),
                        welcome.token(),
                        url,
                        welcome.storyId(),
                        welcome.token(),
                        welcome.persona(),
                        url,
                        welcome.personaId(),
                        welcome.token());
    }

    private String[] arguments() {
        Map<String, Object> options = new HashMap<>();
        if (port != null) {
            if (port < 0 || port > 65535) {
                throw new InputException("--port must be between 0 and 65535, not " + port);
            }
            options.put("server.port", port);
        }
        if (dataDir != null) {
            options.put("emaki.data-dir", dataDir.toAbsolutePath().normalize());
        }
        return options.entrySet().stream()
                .map(option -> "--" + option.getKey() + "=" + option.getValue())
                .toArray(String[]::new);
    }
}
