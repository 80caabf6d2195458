package io.emaki.cli;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the Spring application and says in one line why it could not. */
final class ServiceStart {

    private static final int H2_DATABASE_IN_USE = 90020;

    private ServiceStart() {}

    /**
     * @throws InputException when another port or data folder would help
     * @throws IllegalStateException with the first cause's message otherwise
     */
    static ConfigurableApplicationContext run(SpringApplication application, String... arguments) {
        try {
            return application.run(arguments);
        } catch (RuntimeException failure) {
            PortInUseException port = cause(failure, PortInUseException.class);
            if (port != null) {
                throw new InputException(
                        "port " + port.getPort() + " is in use; choose another one with --port", failure);
            }
            SQLException database = cause(failure, SQLException.class);
            if (database != null && database.getErrorCode() == H2_DATABASE_IN_USE) {
                throw new InputException(
                        "the data folder is in use by another process; stop that one or choose another with --data-dir",
                        failure);
            }
            throw new IllegalStateException("the service did not start: " + rootMessage(failure), failure);
        }
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (type.isInstance(link)) {
                return type.cast(link);
            }
        }
        return null;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        for (Throwable link = failure; link != null; link = link.getCause()) {
            root = link;
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
