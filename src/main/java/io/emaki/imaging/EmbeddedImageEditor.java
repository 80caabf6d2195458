package io.emaki.imaging;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.CancelledException;
import io.emaki.hidream.CheckpointException;
import io.emaki.hidream.HiDreamEngine;
import io.emaki.hidream.HiDreamException;
import io.emaki.hidream.ImageRequest;
import io.emaki.hidream.ImageResult;
import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.LoraException;
import io.emaki.hidream.LoraStack;
import io.emaki.hidream.ModelInfo;
import io.emaki.hidream.SchedulerKind;
import io.emaki.media.PictureEncoder;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The engine inside this process. It is opened when it is first needed, and again after a failure to open. */
final class EmbeddedImageEditor implements ImageEditor {

    /** Seeds that a JSON number carries exactly into every language. */
    private static final long DRAWN_SEEDS = 1L << 53;

    private final EngineOpener opener;
    private final LoraCatalog loras;
    private final ReferenceReader references;
    private @Nullable HiDreamEngine engine;

    EmbeddedImageEditor(EngineOpener opener, LoraCatalog loras, ReferenceReader references) {
        this.opener = opener;
        this.loras = loras;
        this.references = references;
    }

    @Override
    public void prepare() {
        engine();
    }

    @Override
    public EditorInfo info() {
        ModelInfo model = engine().info();
        return new EditorInfo(
                model.name(),
                model.hash(),
                model.nativeWidth(),
                model.nativeHeight(),
                model.defaultSteps(),
                model.randomWeights());
    }

    @Override
    public Picture render(PictureRequest request, RenderListener listener, CancellationToken cancel) {
        LoraStackDefinition stack = stack(request);
        LoraStack files = loras.files(stack);
        HiDreamEngine open = engine();
        try {
            ImageResult result = open.generate(
                    engineRequest(request, files, open.info()),
                    step -> listener.step(
                            new RenderProgress(step.step(), step.steps(), step.secondsPerStep(), step.preview())),
                    cancel);
            return picture(result, stack, files, open.info().name());
        } catch (HiDreamException e) {
            throw translate(e);
        }
    }

    private LoraStackDefinition stack(PictureRequest request) {
        if (!request.adapters().isEmpty()) {
            return loras.pick(request.adapters());
        }
        String name = request.loraStack();
        return loras.require(name == null ? LoraCatalog.BASE : name);
    }

    private ImageRequest engineRequest(PictureRequest request, LoraStack stack, ModelInfo model) {
        List<BufferedImage> decoded = new ArrayList<>();
        for (int i = 0; i < request.references().size(); i++) {
            decoded.add(references.read("image[" + i + "]", request.references().get(i)));
        }
        Integer width = request.width();
        Integer height = request.height();
        ImageRequest.Builder builder = ImageRequest.builder(request.prompt(), model)
                .references(decoded)
                .keepAspect(width == null && decoded.size() == 1)
                .seed(orElse(request.seed(), ThreadLocalRandom.current().nextLong(DRAWN_SEEDS)))
                .steps(orElse(request.steps(), model.defaultSteps()))
                .guidanceScale(orElse(request.guidanceScale(), model.defaultGuidance()))
                .shift(orElse(request.shift(), model.defaultShift()))
                .loraStack(stack);
        if (width != null && height != null) {
            builder.size(width, height);
        }
        String scheduler = request.scheduler();
        if (scheduler != null) {
            builder.scheduler(SchedulerKind.parse(scheduler));
        }
        return builder.build();
    }

    private static Picture picture(ImageResult result, LoraStackDefinition stack, LoraStack files, String model) {
        List<RenderParameters.UsedAdapter> used = new ArrayList<>();
        for (int i = 0; i < stack.adapters().size(); i++) {
            LoraStackDefinition.Adapter adapter = stack.adapters().get(i);
            used.add(new RenderParameters.UsedAdapter(
                    adapter.file(),
                    adapter.weight(),
                    AdapterHash.of(files.adapters().get(i).file())));
        }
        return new Picture(
                PictureEncoder.png(result.image()),
                result.width(),
                result.height(),
                new RenderParameters(
                        result.steps(),
                        result.guidanceScale(),
                        result.shift(),
                        result.seed(),
                        result.scheduler().label(),
                        result.noiseScale(),
                        stack.name().isEmpty() ? null : stack.name(),
                        used,
                        model,
                        result.modelHash(),
                        result.secondsPerStep(),
                        result.seconds(),
                        result.promptTokens(),
                        result.referenceTokens(),
                        result.imageTokens()));
    }

    private static ImagingException translate(HiDreamException e) {
        return switch (e) {
            case InvalidRequestException invalid ->
                new PictureRejectedException(publicField(invalid.field()), invalid.reason(), invalid);
            case LoraException lora -> new PictureRejectedException("lora", String.valueOf(lora.getMessage()), lora);
            case CancelledException cancelled ->
                new RenderCancelledException(String.valueOf(cancelled.getMessage()), cancelled);
            case CheckpointException checkpoint ->
                new EditorUnavailableException("the model cannot be used: " + checkpoint.getMessage(), checkpoint);
        };
    }

    private static String publicField(String field) {
        return switch (field) {
            case "width", "height", "keep_aspect" -> "size";
            default -> field.replace("references", "image");
        };
    }

    private static <T> T orElse(@Nullable T asked, T otherwise) {
        return asked == null ? otherwise : asked;
    }

    private synchronized HiDreamEngine engine() {
        HiDreamEngine open = engine;
        if (open == null) {
            open = opener.open();
            engine = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }
}
