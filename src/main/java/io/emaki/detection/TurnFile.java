package io.emaki.detection;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file with one turn as JSON on each line, read line by line so that its size does not matter. */
public final class TurnFile implements AutoCloseable {

    private final Path file;
    private final boolean labelled;
    private final BufferedReader lines;
    private long number;

    private TurnFile(Path file, boolean labelled, BufferedReader lines) {
        this.file = file;
        this.labelled = labelled;
        this.lines = lines;
    }

    /**
     * @param labelled whether every line must say what is expected
     * @throws TurnFileException when there is no such file
     */
    public static TurnFile open(Path file, boolean labelled) {
        try {
            return new TurnFile(file, labelled, Files.newBufferedReader(file));
        } catch (NoSuchFileException missing) {
            throw new TurnFileException(file, "there is no such file", missing);
        } catch (IOException unreadable) {
            throw new TurnFileException(file, "cannot be read", unreadable);
        }
    }

    /** @throws TurnFileException for the first line that is wrong */
    public static List<TurnLine> readAll(Path file, boolean labelled) {
        List<TurnLine> all = new ArrayList<>();
        try (TurnFile turns = open(file, labelled)) {
            for (TurnLine turn = turns.next(); turn != null; turn = turns.next()) {
                all.add(turn);
            }
        }
        return all;
    }

    /**
     * The next turn, null after the last. Empty lines are passed over.
     *
     * @throws TurnFileException naming the line and the field that is wrong
     */
    public @Nullable TurnLine next() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                // Editors of some systems begin a file with a byte order mark.
                String json = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!json.isBlank()) {
                    return TurnLineReader.read(json, labelled);
                }
            }
            return null;
        } catch (IllegalArgumentException wrong) {
            throw new TurnFileException(file, number, String.valueOf(wrong.getMessage()), wrong);
        } catch (CharacterCodingException wrong) {
            throw new TurnFileException(file, number + 1, "or one soon after it is not UTF-8", wrong);
        } catch (IOException unreadable) {
            throw new TurnFileException(file, number + 1, "cannot be read", unreadable);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException unreadable) {
            throw new TurnFileException(file, "cannot be closed", unreadable);
        }
    }
}
