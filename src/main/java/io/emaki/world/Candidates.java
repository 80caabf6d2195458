package io.emaki.world;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** For each attribute, the readings that differ in that attribute alone, the present value among them. */
final class Candidates {

    /** From what is drawn largest to what is drawn smallest, so that each choice rests on the surer ones. */
    static final List<Function<Reading, Stream<Reading>>> OF_EACH_ATTRIBUTE = List.of(
            state(Scene.values(), State::with),
            state(TimeOfDay.values(), State::with),
            state(Pose.values(), State::with),
            state(Companion.values(), State::with),
            state(Outfit.values(), State::with),
            state(OutfitColour.values(), State::with),
            identity(HairStyle.values(), Identity::with),
            identity(HairColour.values(), Identity::with),
            identity(Skin.values(), Identity::with),
            identity(Accessory.values(), Identity::with),
            identity(EyeColour.values(), Identity::with));

    private Candidates() {}

    static Stream<Reading> variants(Reading reading) {
        return reading.identity().variants().stream().map(who -> new Reading(who, reading.state()));
    }

    private static <V> Function<Reading, Stream<Reading>> state(V[] values, BiFunction<State, V, State> with) {
        return r -> Arrays.stream(values).map(v -> new Reading(r.identity(), with.apply(r.state(), v)));
    }

    private static <V> Function<Reading, Stream<Reading>> identity(V[] values, BiFunction<Identity, V, Identity> with) {
        return r -> Arrays.stream(values).map(v -> new Reading(with.apply(r.identity(), v), r.state()));
    }
}
