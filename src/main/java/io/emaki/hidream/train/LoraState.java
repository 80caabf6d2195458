package io.emaki.hidream.train;

import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.checkpoint.SafetensorsFile;
import io.emaki.hidream.checkpoint.SafetensorsWriter;
import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a run needs to go on: the factors and the optimiser's moments and the factors' moving average as flat vectors, and what it was started with.
 *
 * @param step optimiser steps done
 * @param started options, model and data by name, as they were; they must not change
 */
record LoraState(
        long step, Map<String, String> started, float[] master, float[] momentum, float[] variance, float[] average) {

    private static final String FILE = "training-state.safetensors";
    private static final String STEP = "step";

    /** Replaces the state in the folder, whole or not at all. */
    void write(Path folder) {
        Map<String, String> metadata = new LinkedHashMap<>(started);
        metadata.put(STEP, String.valueOf(step));
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("master", Tensor.float32(List.of((long) master.length), master));
        tensors.put("momentum", Tensor.float32(List.of((long) momentum.length), momentum));
        tensors.put("variance", Tensor.float32(List.of((long) variance.length), variance));
        tensors.put("average", Tensor.float32(List.of((long) average.length), average));
        try {
            SafetensorsWriter.write(folder.resolve(FILE), tensors, metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written", e);
        }
    }

    /** @throws InvalidRequestException for {@code resume} when there is no state, or none that can be read */
    static LoraState read(Path folder) {
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
        return new LoraState(
                Long.parseLong(step),
                started,
                read(file, "master"),
                read(file, "momentum"),
                read(file, "variance"),
                read(file, "average"));
    }

    private static float[] read(SafetensorsFile file, String name) {
        SafetensorsFile.Entry entry = file.entries().get(name);
        if (entry == null || !entry.dtypeName().equals("F32")) {
            throw new InvalidRequestException("resume", file.path() + " lacks '" + name + "' in F32");
        }
        float[] values = new float[Math.toIntExact(entry.numel())];
        try {
            file.read(entry).asFloatBuffer().get(values);
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " cannot be read", e);
        }
        return values;
    }

    /** @throws InvalidRequestException naming the first thing that is not as it was */
    void requireSame(Map<String, String> now, int size) {
        now.forEach((name, value) -> {
            String before = started.get(name);
            if (!Objects.equals(before, value)) {
                throw new InvalidRequestException(
                        name,
                        "is not what the run was started with: " + value + " instead of " + before
                                + "; start anew, or give the same");
            }
        });
        if (master.length != size || momentum.length != size || variance.length != size || average.length != size) {
            throw new InvalidRequestException("resume", "the state is of another size than this adapter");
        }
    }
}
