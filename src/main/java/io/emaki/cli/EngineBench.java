package io.emaki.cli;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.EngineOptions;
import io.emaki.hidream.HiDreamEngine;
import io.emaki.hidream.HiDreamException;
import io.emaki.hidream.ImageRequest;
import io.emaki.hidream.ImageResult;
import io.emaki.hidream.LoraStack;
import io.emaki.hidream.LoraWeight;
import io.emaki.hidream.ModelInfo;
import io.emaki.hidream.NativeMemory;
import io.emaki.hidream.Precision;
import io.emaki.hidream.ProgressListener;
import io.emaki.hidream.RandomAdapter;
import io.emaki.hidream.TinyCheckpoint;
import io.emaki.world.Language;
import io.emaki.world.RenderStyle;
import io.emaki.world.State;
import io.emaki.world.WorldDataset;
import io.emaki.world.WorldRenderer;
import io.emaki.world.WorldSample;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Edits pictures of the rendered world in several variants that take turns, and watches memory. */
final class EngineBench implements AutoCloseable {

    private static final int RANK = 32;
    private static final long SEED = 20;
    /** Holds the prefixes of one edit only, so that growth means a leak and not a cache that fills. */
    private static final long WATCHED_CACHE_BYTES = 1;

    private static final int WATCHED_STEPS = 2;
    private static final int WATCH_WARM_UP = 20;
    private static final int WATCHES = 10;

    /** One way to run, with the figures it has given. */
    private record Variant(
            String name,
            HiDreamEngine engine,
            LoraStack stack,
            List<Double> steps,
            List<Double> first,
            List<Double> edits) {

        Variant(String name, HiDreamEngine engine, LoraStack stack) {
            this(name, engine, stack, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Path folder;
    private final Path model;
    private final @Nullable Path config;
    private final Consumer<String> progress;
    private final LoraStack stack;
    private final WorldRenderer renderer = new WorldRenderer();
    private final WorldDataset dataset = WorldDataset.evaluation(SEED);
    private final int side;
    private final @Nullable Integer steps;
    private int edited;

    private EngineBench(
            Path folder,
            Path model,
            @Nullable Path config,
            int side,
            @Nullable Integer steps,
            Consumer<String> progress) {
        this.folder = folder;
        this.model = model;
        this.config = config;
        this.side = side;
        this.steps = steps;
        this.progress = progress;
        this.stack = new LoraStack(List.of(
                new LoraWeight(RandomAdapter.writeTo(folder.resolve("adapter"), model, config, RANK, SEED), 0.75)));
    }

    /**
     * @param model null writes one with random weights
     * @param side width and height of every edit, pixels
     * @param steps of a measured edit, null for the model's own
     * @throws InputException when the model cannot be used
     */
    static EngineBench open(
            @Nullable Path model, @Nullable Path config, int side, @Nullable Integer steps, Consumer<String> progress)
            throws IOException {
        Path folder = Files.createTempDirectory("emaki-bench");
        try {
            if (model == null) {
                progress.accept("Writing a checkpoint with random weights ...");
                Path made = TinyCheckpoint.writeMediumTo(folder.resolve("model"), SEED);
                return new EngineBench(folder, made, null, side, steps, progress);
            }
            return new EngineBench(folder, model, config, side, steps, progress);
        } catch (HiDreamException unusable) {
            delete(folder);
            throw new InputException("--model: " + unusable.getMessage(), unusable);
        }
    }

    EngineFigures measure(int rounds, int edits) {
        try (HiDreamEngine cached = open(EngineOptions.of(Precision.FLOAT32));
                HiDreamEngine uncached =
                        open(EngineOptions.of(Precision.FLOAT32).withoutPrefixCache());
                HiDreamEngine bfloat16 = open(EngineOptions.of(Precision.BFLOAT16));
                HiDreamEngine float8 = open(EngineOptions.of(Precision.FLOAT8))) {
            List<Variant> variants = List.of(
                    new Variant("float32", cached, LoraStack.none()),
                    new Variant("float32, no prefix cache", uncached, LoraStack.none()),
                    new Variant("float32, LoRA rank " + RANK, cached, stack),
                    new Variant("bfloat16", bfloat16, LoraStack.none()),
                    new Variant("float8", float8, LoraStack.none()));
            ImageResult last = time(variants, rounds);
            return new EngineFigures(
                    cached.info(),
                    last,
                    rounds,
                    variants.stream()
                            .map(variant -> new EngineFigures.Speed(
                                    variant.name(),
                                    EngineFigures.median(variant.steps()),
                                    EngineFigures.median(variant.first()),
                                    EngineFigures.median(variant.edits())))
                            .toList(),
                    edits == 0 ? List.of() : watch(edits));
        }
    }

    private HiDreamEngine open(EngineOptions options) {
        return HiDreamEngine.open(model, config, options);
    }

    /** The first round warms up and is not kept. */
    private ImageResult time(List<Variant> variants, int rounds) {
        @Nullable ImageResult last = null;
        for (int round = 0; round <= rounds; round++) {
            progress.accept(round == 0 ? "Warming up ..." : "Round " + round + " of " + rounds);
            for (int i = 0; i < variants.size(); i++) {
                // Every round starts with another variant, so that none always runs after the same one.
                Variant variant = variants.get((i + round) % variants.size());
                StepClock clock = new StepClock();
                ImageRequest request = request(variant.engine().info(), variant.stack(), steps);
                last = variant.engine().generate(request, clock, new CancellationToken());
                if (round > 0) {
                    variant.steps().addAll(clock.later());
                    variant.first().add(clock.first());
                    variant.edits().add(last.seconds());
                }
            }
        }
        return Objects.requireNonNull(last);
    }

    private List<EngineFigures.Memory> watch(int edits) {
        List<EngineFigures.Memory> watched = new ArrayList<>();
        EngineOptions options = new EngineOptions(Precision.FLOAT32, "cpu", WATCHED_CACHE_BYTES);
        try (HiDreamEngine engine = open(options)) {
            progress.accept("Watching memory: warming up ...");
            for (int i = 0; i < WATCH_WARM_UP; i++) {
                edit(engine, i);
            }
            watched.add(memory(0));
            for (int i = 1; i <= edits; i++) {
                edit(engine, i);
                if (i * WATCHES / edits > (i - 1) * WATCHES / edits) {
                    watched.add(memory(i));
                    progress.accept("Watching memory: edit " + i + " of " + edits);
                }
            }
        }
        return watched;
    }

    /** Two personas in turn, one of them with a stack. */
    private void edit(HiDreamEngine engine, int index) {
        ImageRequest request = request(engine.info(), index % 2 == 0 ? LoraStack.none() : stack, WATCHED_STEPS);
        engine.generate(request, ProgressListener.silent(), new CancellationToken());
    }

    private static EngineFigures.Memory memory(int edits) {
        // Garbage that was not yet collected is no leak.
        System.gc();
        Runtime heap = Runtime.getRuntime();
        return new EngineFigures.Memory(edits, ResidentMemory.bytes(), heap.totalMemory(), NativeMemory.liveValues());
    }

    /** Another persona and instruction each time, so that no prefix is there from an earlier edit. */
    private ImageRequest request(ModelInfo info, LoraStack adapters, @Nullable Integer asked) {
        WorldSample sample = dataset.edit(edited++, Language.ENGLISH);
        State before = Objects.requireNonNull(sample.reference());
        return ImageRequest.builder(sample.text(), info)
                .references(List.of(renderer.render(sample.identity(), before, RenderStyle.PLAIN, side)))
                .size(side, side)
                .steps(asked == null ? Math.max(2, info.defaultSteps()) : asked)
                .loraStack(adapters)
                .build();
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
