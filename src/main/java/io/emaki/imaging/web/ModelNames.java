package io.emaki.imaging.web;

import io.emaki.imaging.RenderQueue;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names under which requests may ask for the one model. */
@Component
class ModelNames {

    /** What every checkpoint of this architecture answers to, so that a client's setting outlives a change of weights. */
    static final String FAMILY = "hidream-o1";

    private final RenderQueue queue;
    private final WebLimits limits;

    ModelNames(RenderQueue queue, WebLimits limits) {
        this.queue = queue;
        this.limits = limits;
    }

    /** @throws ApiError 404 for {@code model}, naming those that there are */
    void requireKnown(@Nullable String name) {
        if (name == null || name.equals(FAMILY) || limits.modelAliases().contains(name)) {
            return;
        }
        if (!queue.info().model().equals(name)) {
            throw ApiError.unknownModel(name, all());
        }
    }

    /** The loaded model's own name is among them once it is loaded. */
    Set<String> all() {
        Set<String> names = new LinkedHashSet<>();
        names.add(FAMILY);
        if (queue.isReady()) {
            names.add(queue.info().model());
        }
        names.addAll(limits.modelAliases());
        return names;
    }
}
