package io.emaki.testing.kill;

import io.emaki.EmakiApplication;
import io.emaki.access.Tokens;
import io.emaki.imaging.ImageEditor;
import io.emaki.intent.VisualChangeDetector;
import io.emaki.media.MediaStore;
import io.emaki.testing.InstantEditor;
import io.emaki.testing.ScriptedDetector;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The service as it runs, in a process of its own that stands still at a moment which a file names. Prints
 * {@code READY port token}.
 */
public final class FaultyService {

    static final String READY = "READY ";
    static final String FILE = "faults.file";

    private FaultyService() {}

    /** @param arguments properties as {@code --name=value} */
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(EmakiApplication.class, Faults.class);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()));
        ConfigurableApplicationContext service = application.run(arguments);
        System.out.println(READY + service.getEnvironment().getProperty("local.server.port") + " "
                + service.getBean(Tokens.class).create("kill").secret());
    }

    /** The classes of tests lie beside those of the service here, and are no part of it. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }

    /** Without an annotation, so that no other test finds it by its place. */
    static class Faults {

        @Bean
        static FaultPoint faultPoint(@Value("${" + FILE + "}") String file) {
            return new FaultPoint(Path.of(file));
        }

        @Bean
        @Primary
        ImageEditor faultyEditor(FaultPoint point) {
            return new FaultyEditor(new InstantEditor(), point);
        }

        @Bean
        @Primary
        VisualChangeDetector scriptedDetector() {
            return new ScriptedDetector();
        }

        @Bean
        static BeanPostProcessor faults(FaultPoint point) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return switch (bean) {
                        case MediaStore store -> new FaultyStore(store, point);
                        case PlatformTransactionManager manager -> new FaultyTransactions(manager, point);
                        default -> bean;
                    };
                }
            };
        }
    }
}
