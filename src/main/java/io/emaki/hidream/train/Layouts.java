package io.emaki.hidream.train;

import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.pipeline.RopeTables;
import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import io.emaki.hidream.runtime.Scope;
import io.emaki.hidream.sequence.Grid;
import io.emaki.hidream.sequence.SequenceLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rotary tables and image positions by kind and text length; every batch of the same shape shares them. */
final class Layouts implements AutoCloseable {

    /** Tables of the AR and the gen part, and the rows of the image placeholders. */
    record Tables(Handle ar, Handle gen, Handle visual) {}

    private record Shape(boolean edit, int tokens) {}

    private final Scope owned = new Scope();
    private final Map<Shape, Tables> tables = new HashMap<>();
    private final Kernel kernel;
    private final Exchange exchange;
    private final RopeTables ropeTables;
    private final ModelConfig config;
    private final Grid picture;
    private final Grid view;

    Layouts(Kernel kernel, Exchange exchange, RopeTables ropeTables, ModelConfig config, Grid picture, Grid view) {
        this.kernel = kernel;
        this.exchange = exchange;
        this.ropeTables = ropeTables;
        this.config = config;
        this.picture = picture;
        this.view = view;
    }

    Tables of(Batch batch) {
        return of(batch.ids()[0], batch.edit());
    }

    /** @param ids of one sample; only their number counts, and where the image placeholders are */
    Tables of(long[] ids, boolean edit) {
        return tables.computeIfAbsent(new Shape(edit, ids.length), shape -> make(ids, edit));
    }

    private Tables make(long[] ids, boolean edit) {
        SequenceLayout layout = SequenceLayout.of(
                ids,
                config.imageTokenId(),
                edit ? List.of(view) : List.of(),
                picture,
                edit ? List.of(picture) : List.of());
        try (Handle whole = ropeTables.table(layout.positions())) {
            return new Tables(
                    owned.own(kernel.call("narrow_table", whole, 0, layout.arLength())),
                    owned.own(kernel.call("narrow_table", whole, layout.arLength(), layout.genLength())),
                    owned.own(
                            edit ? exchange.longs(layout.visual()) : kernel.call("nothing_longs", exchange.device())));
        }
    }

    @Override
    public void close() {
        owned.close();
    }
}
