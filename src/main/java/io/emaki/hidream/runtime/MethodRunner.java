package io.emaki.hidream.runtime;

import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Runs a script method. DJL's public entry wraps the call in inference mode; the other entry, which does not, is
 * package-private for int and float arguments and is therefore reached through a method handle.
 */
final class MethodRunner {

    private MethodRunner() {}

    static IValue run(PtSymbolBlock block, String method, IValue[] arguments, boolean training) {
        return training ? TrainingEntry.run(block, method, arguments) : IValueUtils.runMethod(block, method, arguments);
    }

    private static final class TrainingEntry {

        private static final MethodHandle RUN;
        private static final MethodHandle WRAP;

        static {
            try {
                Class<?> library = Class.forName("ai.djl.pytorch.jni.PyTorchLibrary");
                MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(library, MethodHandles.lookup());
                Object instance = lookup.findStaticGetter(library, "LIB", library)
                        .asType(MethodType.methodType(Object.class))
                        .invoke();
                RUN = lookup.findVirtual(
                                library,
                                "moduleRunMethod",
                                MethodType.methodType(
                                        long.class,
                                        long.class,
                                        String.class,
                                        long[].class,
                                        boolean.class,
                                        boolean.class))
                        .bindTo(instance);
                WRAP = MethodHandles.privateLookupIn(IValue.class, MethodHandles.lookup())
                        .findConstructor(IValue.class, MethodType.methodType(void.class, long.class));
            } catch (Throwable e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        static IValue run(PtSymbolBlock block, String method, IValue[] arguments) {
            long[] handles = new long[arguments.length];
            for (int i = 0; i < handles.length; i++) {
                handles[i] = arguments[i].getHandle();
            }
            try {
                long result = (long) RUN.invokeExact((long) block.getHandle(), method, handles, true, false);
                return (IValue) WRAP.invokeExact(result);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
