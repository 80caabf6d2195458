package io.emaki.hidream.train;

import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;

/** Mean loss since the last reading, summed on the device so that steps need not wait for it. */
final class LossTally implements AutoCloseable {

    private final Kernel kernel;
    private final Handle sum;
    private int count;

    LossTally(Kernel kernel, String device) {
        this.kernel = kernel;
        this.sum = kernel.call("zeros", 1, device);
    }

    void add(Handle loss) {
        kernel.call("tally", sum, loss).close();
        count++;
    }

    /** The mean, 0 when nothing was added; begins anew. */
    double take() {
        if (count == 0) {
            return 0;
        }
        double mean = kernel.callDouble("take", sum) / count;
        count = 0;
        return mean;
    }

    @Override
    public void close() {
        sum.close();
    }
}
