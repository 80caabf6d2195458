package io.emaki.imaging;

import io.emaki.hidream.LoraStack;
import io.emaki.hidream.LoraWeight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The configured stacks. A missing adapter file is only an error for the request that uses it. */
public final class LoraCatalog {

    /** The model as it is; always there, with or without a file. */
    public static final String BASE = "c0-base";

    private final Path adaptersFolder;
    private final Map<String, LoraStackDefinition> stacks = new TreeMap<>();

    LoraCatalog(List<LoraStackDefinition> definitions, Path adaptersFolder) {
        this.adaptersFolder = adaptersFolder;
        stacks.put(BASE, new LoraStackDefinition(BASE, "Base model", "The model as it is.", List.of()));
        definitions.forEach(definition -> stacks.put(definition.name(), definition));
    }

    /**
     * Reads a folder of stacks, whose adapters lie in its folder {@code adapters}.
     *
     * @throws PictureRejectedException for {@code lora} when a file is malformed
     */
    public static LoraCatalog open(Path configs) {
        try {
            return new LoraCatalog(LoraConfigReader.read(configs), configs.resolve("adapters"));
        } catch (LoraConfigException malformed) {
            throw new PictureRejectedException("lora", String.valueOf(malformed.getMessage()), malformed);
        }
    }

    /** In the order of their names. */
    public List<LoraStackDefinition> stacks() {
        return List.copyOf(stacks.values());
    }

    public Optional<LoraStackDefinition> find(String name) {
        return Optional.ofNullable(stacks.get(name));
    }

    /** @throws PictureRejectedException for {@code lora}, naming the stacks that there are */
    public LoraStackDefinition require(String name) {
        return find(name)
                .orElseThrow(() -> new PictureRejectedException(
                        "lora", "there is no stack '" + name + "'; there are " + String.join(", ", stacks.keySet())));
    }

    /**
     * A stack made of single adapters.
     *
     * @throws PictureRejectedException for {@code lora} when an adapter is in no configured stack
     */
    LoraStackDefinition pick(List<AdapterChoice> choices) {
        List<LoraStackDefinition.Adapter> picked = new ArrayList<>();
        for (AdapterChoice choice : choices) {
            LoraStackDefinition.Adapter known = stacks.values().stream()
                    .flatMap(stack -> stack.adapters().stream())
                    .filter(adapter -> adapter.file().equals(choice.name()))
                    .findFirst()
                    .orElseThrow(() -> new PictureRejectedException(
                            "lora", "there is no adapter '" + choice.name() + "'; there are " + adapterNames()));
            picked.add(new LoraStackDefinition.Adapter(known.file(), choice.weight(), known.rating()));
        }
        return new LoraStackDefinition("", "", "", picked);
    }

    /**
     * The adapter files of a stack.
     *
     * @throws PictureRejectedException for {@code lora} when there is no such stack or one of its files is missing
     */
    public LoraStack files(String name) {
        return files(require(name));
    }

    /** @throws PictureRejectedException for {@code lora} when an adapter's file is missing */
    LoraStack files(LoraStackDefinition stack) {
        return new LoraStack(stack.adapters().stream()
                .map(adapter -> new LoraWeight(file(adapter.file()), adapter.weight()))
                .toList());
    }

    private Path file(String name) {
        Path exact = adaptersFolder.resolve(name);
        Path ending = adaptersFolder.resolve(name + ".safetensors");
        if (Files.exists(exact)) {
            return exact;
        }
        if (Files.exists(ending)) {
            return ending;
        }
        throw new PictureRejectedException(
                "lora", "the adapter '" + name + "' is configured but not installed in the adapters folder");
    }

    private String adapterNames() {
        return stacks.values().stream()
                .flatMap(stack -> stack.adapters().stream())
                .map(LoraStackDefinition.Adapter::file)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new),
                        names -> names.isEmpty() ? "none" : String.join(", ", names)));
    }
}
