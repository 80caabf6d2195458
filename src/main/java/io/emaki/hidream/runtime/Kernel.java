package io.emaki.hidream.runtime;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The script module of {@code resources/io/emaki/hidream/script}, compiled by libtorch, and the one way to call it.
 *
 * <p>Arguments are {@link Handle}, {@code Integer}, {@code Long}, {@code Double} or {@code String}; not {@code
 * Boolean}, whose tag differs between DJL's JNI and newer libtorch: truth is 0 or 1.
 * Calls go through DJL's training entry when asked for: it is the one that works under a libtorch newer than DJL's JNI
 * and the one that records gradients.
 */
public final class Kernel implements AutoCloseable {

    private static final boolean TRAINING_ENTRY = Boolean.getBoolean("emaki.kernel.training-entry");

    private static final ThreadLocal<Boolean> PREPARED = ThreadLocal.withInitial(() -> false);

    private final Model model;
    private final PtSymbolBlock block;
    private final boolean trainingEntry;
    private final Map<String, Handle> texts = new ConcurrentHashMap<>();

    private Kernel(Model model, PtSymbolBlock block, boolean trainingEntry) {
        this.model = model;
        this.block = block;
        this.trainingEntry = trainingEntry;
    }

    /** Compiles the scripts; the first call in a process also loads libtorch. */
    public static Kernel load() {
        return load("engine", TRAINING_ENTRY);
    }

    /**
     * @param module {@code engine} or {@code trainer}
     * @param trainingEntry whether calls record gradients where tensors ask for them
     */
    public static Kernel load(String module, boolean trainingEntry) {
        Model model = Model.newInstance("emaki", "PyTorch");
        try {
            model.load(new ByteArrayInputStream(ScriptArchive.assemble(module)), Map.of("trainParam", "true"));
        } catch (IOException e) {
            model.close();
            throw new UncheckedIOException(e);
        } catch (MalformedModelException e) {
            model.close();
            throw new ScriptException("load", e);
        }
        return new Kernel(model, (PtSymbolBlock) model.getBlock(), trainingEntry);
    }

    /** Calls a method that returns a tensor or a list. */
    public Handle call(String method, Object... arguments) {
        return new Handle(invoke(method, arguments));
    }

    public long callLong(String method, Object... arguments) {
        try (IValue value = invoke(method, arguments)) {
            return value.toLong();
        }
    }

    public double callDouble(String method, Object... arguments) {
        try (IValue value = invoke(method, arguments)) {
            return value.toDouble();
        }
    }

    /** Calls a method for what it does to its arguments. */
    public void run(String method, Object... arguments) {
        invoke(method, arguments).close();
    }

    private IValue invoke(String method, Object... arguments) {
        prepareThread();
        List<IValue> temporary = new ArrayList<>(arguments.length);
        IValue[] values = new IValue[arguments.length];
        try {
            for (int i = 0; i < arguments.length; i++) {
                values[i] = toIValue(arguments[i], temporary);
            }
            return MethodRunner.run(block, method, values, trainingEntry);
        } catch (RuntimeException e) {
            throw new ScriptException(method, e);
        } finally {
            temporary.forEach(IValue::close);
        }
    }

    private IValue toIValue(Object argument, List<IValue> temporary) {
        if (argument instanceof Handle handle) {
            return handle.value();
        }
        if (TRAINING_ENTRY && argument instanceof String text) {
            return texts.computeIfAbsent(text, this::text).value();
        }
        IValue value = switch (argument) {
            case Integer i -> IValue.from(i.longValue());
            case Long l -> IValue.from(l);
            case Double d -> IValue.from(d);
            case String s -> IValue.from(s);
            default ->
                throw new IllegalArgumentException(
                        "no script argument: " + argument.getClass().getName());
        };
        temporary.add(value);
        return value;
    }

    /** A string that the script makes itself, since one made by an older JNI is not understood. ASCII only. */
    private Handle text(String text) {
        try (Handle characters = call("characters")) {
            text.chars().forEach(character -> run("add_character", characters, character));
            return call("text", characters);
        }
    }

    /** Lets this thread record gradients; DJL turns that off when it starts. */
    public static void enableGradients() {
        JniUtils.setGradMode(true);
    }

    /** The profiling executor recompiles for every new shape, which costs more than it saves here. */
    private static void prepareThread() {
        if (!PREPARED.get()) {
            JniUtils.setGraphExecutorOptimize(false);
            PREPARED.set(true);
        }
    }

    /** Under a libtorch newer than DJL's JNI a module cannot be deleted; there it stays until the process ends. */
    @Override
    public void close() {
        texts.values().forEach(Handle::close);
        if (!TRAINING_ENTRY) {
            model.close();
        }
    }
}
