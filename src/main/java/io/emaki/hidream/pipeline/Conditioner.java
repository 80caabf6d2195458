package io.emaki.hidream.pipeline;

import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.checkpoint.Weights;
import io.emaki.hidream.lora.AttachedStack;
import io.emaki.hidream.pixels.References;
import io.emaki.hidream.pixels.RgbImage;
import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import io.emaki.hidream.runtime.Scope;
import io.emaki.hidream.sequence.Grid;
import io.emaki.hidream.sequence.SequenceLayout;
import java.util.List;

/** Runs the part of a forward that no step changes: vision tower and AR tokens through all layers. */
public final class Conditioner {

    /** AR positions must end before the target's, which start at 4096. */
    private static final int MAX_AR_TOKENS = 4096;

    private final Model model;
    private final Kernel kernel;
    private final Exchange exchange;

    public Conditioner(Model model) {
        this.model = model;
        this.kernel = model.kernel();
        this.exchange = model.exchange();
    }

    /** Tokens and positions of a prompt with prepared references. */
    public SequenceLayout layout(String prompt, References references) {
        List<Grid> views = references.views().stream()
                .map(view -> Grid.ofPixels(view.width(), view.height()))
                .toList();
        long[] ids = model.tokenizer()
                .encode(prompt, views.stream().map(Grid::tokens).toList());
        if (ids.length > MAX_AR_TOKENS) {
            throw new InvalidRequestException(
                    "prompt",
                    "is too long: with its references it makes " + ids.length + " tokens, and " + MAX_AR_TOKENS
                            + " are allowed");
        }
        return SequenceLayout.of(
                ids,
                model.config().imageTokenId(),
                views,
                Grid.ofPixels(references.width(), references.height()),
                references.patches().stream()
                        .map(patch -> Grid.ofPixels(patch.width(), patch.height()))
                        .toList());
    }

    /** Clean reference patches [1, R, 3072], R may be 0. */
    public Handle patches(References references) {
        if (references.patches().isEmpty()) {
            return kernel.call("nothing", exchange.device());
        }
        try (Handle list = kernel.call("tensors")) {
            for (RgbImage image : references.patches()) {
                try (Handle bytes = exchange.bytes(image.rgb());
                        Handle patches = kernel.call("from_bytes", bytes, image.height(), image.width())) {
                    kernel.run("add_tensor", list, patches);
                }
            }
            return kernel.call("cat", list, 1);
        }
    }

    /** Vision features of all views: merged embeddings [1, V, hidden], then DeepStack features of the same shape. */
    public Handle features(References references) {
        ModelConfig.Vision vision = model.config().vision();
        Weights.Vision weights = model.weights().vision();
        try (Handle perView = kernel.call("groups")) {
            for (RgbImage view : references.views()) {
                try (Handle patches = visionPatches(view);
                        Handle features = kernel.call(
                                "encode",
                                patches,
                                view.height() / vision.patch(),
                                view.width() / vision.patch(),
                                weights.stem(),
                                weights.blocks(),
                                weights.merger(),
                                weights.taps(),
                                weights.tapAt(),
                                vision.heads(),
                                vision.gridSide(),
                                vision.merge())) {
                    kernel.run("add_group", perView, features);
                }
            }
            return kernel.call("join", perView);
        }
    }

    /** Vision patches [1, N, 3 * frames * patch * patch] of a view. */
    public Handle visionPatches(RgbImage view) {
        ModelConfig.Vision vision = model.config().vision();
        try (Handle bytes = exchange.bytes(view.rgb())) {
            return kernel.call(
                    "vision_patches",
                    bytes,
                    view.height(),
                    view.width(),
                    vision.patch(),
                    vision.merge(),
                    vision.frames());
        }
    }

    /** @param features as from {@link #features}; unused where the layout has no images */
    Prefix prefix(SequenceLayout layout, Handle features, AttachedStack stack) {
        ModelConfig.Text text = model.config().text();
        Scope owned = new Scope();
        try (Scope scope = new Scope()) {
            int ar = layout.arLength();
            Handle table = scope.own(model.ropeTables().table(layout.positions()));
            Handle arTable = scope.own(kernel.call("narrow_table", table, 0, ar));
            Handle kept = owned.own(kernel.call(
                    "prefix",
                    scope.own(embeddings(layout, features, stack, scope)),
                    model.weights().layers(),
                    stack.layers(),
                    arTable,
                    scope.own(kernel.call("rest", features)),
                    scope.own(visual(layout)),
                    text.heads(),
                    text.kvHeads(),
                    text.normEps()));
            Handle genTable = owned.own(kernel.call("narrow_table", table, ar, layout.genLength()));
            long bytes = kernel.callLong("bytes_of", kept);
            return new Prefix(kept, genTable, layout.ids().length, bytes, owned);
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    private Handle embeddings(SequenceLayout layout, Handle features, AttachedStack stack, Scope scope) {
        long[] ar = java.util.Arrays.copyOf(layout.ids(), layout.arLength());
        Handle visual = scope.own(visual(layout));
        Handle images = scope.own(kernel.call("first_or_nothing", features, exchange.device()));
        return kernel.call(
                "embed",
                stack.ends(),
                scope.own(kernel.call("reshape2", scope.own(exchange.longs(ar)), 1, ar.length)),
                images,
                visual);
    }

    private Handle visual(SequenceLayout layout) {
        return layout.visual().length == 0
                ? kernel.call("nothing_longs", exchange.device())
                : exchange.longs(layout.visual());
    }
}
