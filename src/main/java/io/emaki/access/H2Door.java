package io.emaki.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * A way into the H2 file of a running service, for commands on the same machine: H2 locks the file against other processes.
 * Its own {@code AUTO_SERVER} would close the database at the first signal to stop, under the work that is still being
 * finished. The way in is a server on a free port that takes local connections only and asks for a key; port and key lie
 * beside the database in a file that only its owner can read, which is as much as reading the database itself takes.
 */
@Component
class H2Door implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(H2Door.class);
    private static final String FILE_URL = "jdbc:h2:file:";
    private static final int KEY_BITS = 256;

    private final @Nullable Path note;
    private final String database;
    private @Nullable Server server;

    /** @param open asked for so that the door closes before the database does */
    H2Door(Environment environment, DataSource open) {
        String url = environment.getProperty("spring.datasource.url", "");
        this.note = note(url).orElse(null);
        this.database = note == null ? "" : "file:" + path(url);
    }

    /** The URL under which this process reaches the database of a running service; empty when none runs on this file. */
    static Optional<String> find(String url, String user, String password) {
        Optional<Path> note = note(url).filter(Files::isRegularFile);
        if (note.isEmpty()) {
            return Optional.empty();
        }
        Properties way = new Properties();
        try (InputStream in = Files.newInputStream(note.get())) {
            way.load(in);
        } catch (IOException e) {
            return Optional.empty();
        }
        // The time-out is for a port that another program has taken since a service was killed.
        String found = "jdbc:h2:tcp://localhost:" + way.getProperty("port") + "/" + way.getProperty("key")
                + ";NETWORK_TIMEOUT=5000";
        try (Connection connection = DriverManager.getConnection(found, user, password)) {
            return connection.isValid(1) ? Optional.of(found) : Optional.empty();
        } catch (SQLException nobodyThere) {
            return Optional.empty();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        Path file = note;
        if (file == null || server != null) {
            return;
        }
        String key = new BigInteger(KEY_BITS, new SecureRandom()).toString(Character.MAX_RADIX);
        try {
            Server opened = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-key", key, database)
                    .start();
            server = opened;
            write(file, opened.getPort(), key);
        } catch (SQLException | IOException e) {
            LOG.warn("Commands cannot reach the database while the service runs: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() throws IOException {
        if (server != null && note != null) {
            Files.deleteIfExists(note);
            server.stop();
            server = null;
        }
    }

    private static void write(Path file, int port, String key) throws IOException {
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), ".door-", "");
        if (unfinished.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
        }
        Properties way = new Properties();
        way.setProperty("port", Integer.toString(port));
        way.setProperty("key", key);
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            way.store(out, null);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Optional<Path> note(String url) {
        return url.startsWith(FILE_URL) ? Optional.of(Path.of(path(url) + ".door")) : Optional.empty();
    }

    private static String path(String url) {
        return url.substring(FILE_URL.length()).split(";", 2)[0];
    }
}
