package io.emaki.testing.kill;

import io.emaki.hidream.CancellationToken;
import io.emaki.imaging.EditorInfo;
import io.emaki.imaging.ImageEditor;
import io.emaki.imaging.Picture;
import io.emaki.imaging.PictureRequest;
import io.emaki.imaging.RenderListener;
import io.emaki.imaging.RenderProgress;

/** An editor with moments before, within and after a picture. */
record FaultyEditor(ImageEditor real, FaultPoint point) implements ImageEditor {

    @Override
    public void prepare() {
        real.prepare();
    }

    @Override
    public EditorInfo info() {
        return real.info();
    }

    @Override
    public Picture render(PictureRequest request, RenderListener listener, CancellationToken cancel) {
        point.pass("before the model");
        Picture picture = real.render(
                request,
                new RenderListener() {
                    @Override
                    public void started() {
                        listener.started();
                    }

                    @Override
                    public void step(RenderProgress progress) {
                        listener.step(progress);
                        point.pass("between two steps");
                    }
                },
                cancel);
        point.pass("after the model");
        return picture;
    }

    @Override
    public void close() {
        real.close();
    }
}
