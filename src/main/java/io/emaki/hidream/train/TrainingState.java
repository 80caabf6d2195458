package io.emaki.hidream.train;

import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.checkpoint.SafetensorsFile;
import io.emaki.hidream.checkpoint.SafetensorsWriter;
import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a run needs to go on: weights and the optimiser's state by name, and what it was started with. */
final class TrainingState {

    private static final String FILE = "training-state.safetensors";
    private static final String STEP = "step";

    private final SafetensorsFile file;
    private final Map<String, String> started;
    private final long step;

    private TrainingState(SafetensorsFile file, Map<String, String> started, long step) {
        this.file = file;
        this.started = started;
        this.step = step;
    }

    /**
     * Replaces the state in the folder, whole or not at all.
     *
     * @param started options, model and data by name, which must not change
     */
    static void write(Path folder, long step, Map<String, String> started, Map<String, Tensor> tensors) {
        Map<String, String> metadata = new LinkedHashMap<>(started);
        metadata.put(STEP, String.valueOf(step));
        try {
            SafetensorsWriter.write(folder.resolve(FILE), tensors, metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written", e);
        }
    }

    /** @throws InvalidRequestException for {@code resume} when there is no state, or none that can be read */
    static TrainingState read(Path folder) {
        Path path = folder.resolve(FILE);
        if (!Files.isRegularFile(path)) {
            throw new InvalidRequestException("resume", "there is no " + FILE + " in " + folder);
        }
        SafetensorsFile file = SafetensorsFile.open(
                path, (where, message) -> new InvalidRequestException("resume", where + ": " + message));
        Map<String, String> started = new LinkedHashMap<>(file.metadata());
        String step = started.remove(STEP);
        if (step == null || !step.matches("\\d{1,15}")) {
            throw new InvalidRequestException("resume", path + " does not say how many steps were done");
        }
        return new TrainingState(file, started, Long.parseLong(step));
    }

    /** Optimiser steps done. */
    long step() {
        return step;
    }

    /** @throws InvalidRequestException naming the first thing that is not as it was */
    void requireSame(Map<String, String> now) {
        now.forEach((name, value) -> {
            String before = started.get(name);
            if (!Objects.equals(before, value)) {
                throw new InvalidRequestException(
                        name,
                        "is not what the run was started with: " + value + " instead of " + before
                                + "; start anew, or give the same");
            }
        });
    }

    float[] floats(String name, int size) {
        float[] values = new float[size];
        data(name, "F32", size).asFloatBuffer().get(values);
        return values;
    }

    byte[] bytes(String name, int size) {
        byte[] values = new byte[size];
        data(name, "U8", size).get(values);
        return values;
    }

    private ByteBuffer data(String name, String dtype, int size) {
        SafetensorsFile.Entry entry = file.entries().get(name);
        if (entry == null || !entry.dtypeName().equals(dtype) || entry.numel() != size) {
            throw new InvalidRequestException(
                    "resume", file.path() + " lacks '" + name + "' as " + size + " numbers of " + dtype);
        }
        try {
            return file.read(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " cannot be read", e);
        }
    }
}
