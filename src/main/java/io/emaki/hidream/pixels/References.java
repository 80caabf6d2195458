package io.emaki.hidream.pixels;

import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.pixels.PillowResize.Filter;
import io.emaki.hidream.sequence.Grid;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reference pictures as the transformer takes them: clean patches at up to the target's size, and a view of about 384
 * by 384 for the vision tower ({@code generate_image} and {@code resize_pilimage} of the official pipeline).
 *
 * @param width of the target, pixels
 * @param height of the target, pixels
 * @param patches pictures with sides that are multiples of 32, the layout picture last where there is one
 * @param views the same pictures for the vision tower
 */
public record References(int width, int height, List<RgbImage> patches, List<RgbImage> views) {

    private static final int PATCH = 32;
    /** Smallest area that the Qwen3-VL image processor leaves as it is ({@code size.shortest_edge}). */
    private static final long MIN_VIEW_AREA = 256L * 256L;

    /**
     * @param layout boxes as JSON, or null
     * @param keepAspect with one reference, the target takes the reference's aspect
     */
    public static References prepare(
            List<BufferedImage> pictures, @Nullable String layout, int width, int height, boolean keepAspect) {
        if (pictures.isEmpty()) {
            return new References(width, height, List.of(), List.of());
        }
        List<RgbImage> images = pictures.stream().map(RgbImage::of).toList();
        int targetWidth = width;
        int targetHeight = height;
        List<RgbImage> patches;
        if (keepAspect) {
            RgbImage only = resizeToPatches(images.getFirst(), Math.max(width, height), "references[0]");
            targetWidth = only.width();
            targetHeight = only.height();
            if (Math.min(targetWidth, targetHeight) < 64) {
                throw tooNarrow("references[0]", images.getFirst());
            }
            patches = List.of(only);
        } else {
            int count = images.size() + (layout == null ? 0 : 1);
            int side = referenceSide(Math.max(width, height), count);
            List<RgbImage> sources = layout == null
                    ? images
                    : LayoutBoxes.parse(layout, width, height).draw(images, side);
            patches = resizeAll(sources, side);
        }
        int viewSide = viewSide(patches.size());
        List<RgbImage> views = new ArrayList<>();
        for (int i = 0; i < patches.size(); i++) {
            views.add(view(patches.get(i), viewSide, "references[" + i + "]"));
        }
        return new References(targetWidth, targetHeight, patches, views);
    }

    private static List<RgbImage> resizeAll(List<RgbImage> images, int side) {
        List<RgbImage> resized = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            resized.add(resizeToPatches(images.get(i), side, "references[" + i + "]"));
        }
        return resized;
    }

    /** Side of a square as large as a reference may be, for a target whose longer side is given. */
    static int referenceSide(int longer, int references) {
        if (references == 1) {
            return longer;
        }
        if (references == 2) {
            return longer * 48 / 64;
        }
        if (references <= 4) {
            return longer / 2;
        }
        return references <= 8 ? longer * 24 / 64 : longer / 4;
    }

    /** Side of a square as large as the view of each of so many references. */
    public static int viewSide(int references) {
        if (references <= 4) {
            return 384;
        }
        return references <= 8 ? 288 : 192;
    }

    /**
     * Keeps the aspect, with both sides multiples of 32 and an area of at most side squared: halved by a box filter while
     * the shorter side is at least twice the wanted one, then bicubic, then the centre is cut out.
     */
    public static RgbImage resizeToPatches(RgbImage image, int side, String field) {
        RgbImage source = image;
        while (Math.min(source.width(), source.height()) >= 2 * side) {
            source = PillowResize.resize(source, source.width() / 2, source.height() / 2, Filter.BOX);
        }
        int width = source.width();
        int height = source.height();
        double scale = Math.sqrt((double) side * side / ((double) width * height));
        int[] size = fittingSize(width * scale, height * scale, (long) side * side);
        if (size[0] == 0 || size[1] == 0) {
            throw tooNarrow(field, image);
        }
        return cover(source, size[0], size[1]);
    }

    /** Keeps the aspect: bicubic to the smallest size that covers the wanted one, then the centre is cut out. */
    public static RgbImage cover(RgbImage image, int width, int height) {
        double s1 = (double) image.width() / width;
        double s2 = (double) image.height() / height;
        if (s1 < s2) {
            int full = roundHalfEven(image.height() / s1);
            RgbImage resized = PillowResize.resize(image, width, full, Filter.BICUBIC);
            return resized.crop(0, Math.floorDiv(full - height, 2), width, height);
        }
        int full = roundHalfEven(image.width() / s2);
        RgbImage resized = PillowResize.resize(image, full, height, Filter.BICUBIC);
        return resized.crop(Math.floorDiv(full - width, 2), 0, width, height);
    }

    /** The largest of four roundings to multiples of 32 that does not exceed the area. */
    private static int[] fittingSize(double width, double height, long area) {
        int[] widths = {toPatches(roundHalfEven(width)), toPatches((int) Math.floor(width))};
        int[] heights = {toPatches(roundHalfEven(height)), toPatches((int) Math.floor(height))};
        int[][] sizes = {
            {widths[0], heights[0]}, {widths[0], heights[1]}, {widths[1], heights[0]}, {widths[1], heights[1]}
        };
        java.util.Arrays.sort(sizes, (a, b) -> Long.compare((long) b[0] * b[1], (long) a[0] * a[1]));
        for (int[] size : sizes) {
            if ((long) size[0] * size[1] <= area) {
                return size;
            }
        }
        return sizes[sizes.length - 1];
    }

    private static int toPatches(int pixels) {
        return pixels / PATCH * PATCH;
    }

    /** Python's {@code round}. */
    static int roundHalfEven(double value) {
        return (int) Math.rint(value);
    }

    /** {@code calculate_dimensions}, Lanczos, then the image processor's lower limit of 256 squared pixels. */
    public static RgbImage view(RgbImage image, int side, String field) {
        Grid grid = viewGrid(image.width(), image.height(), side);
        int viewWidth = grid.columns() * PATCH;
        int viewHeight = grid.rows() * PATCH;
        if (viewWidth == 0 || viewHeight == 0) {
            throw tooNarrow(field, image);
        }
        RgbImage view = PillowResize.resize(image, viewWidth, viewHeight, Filter.LANCZOS);
        if ((long) viewWidth * viewHeight >= MIN_VIEW_AREA) {
            return view;
        }
        double beta = Math.sqrt((double) MIN_VIEW_AREA / ((double) viewWidth * viewHeight));
        return PillowResize.resize(
                view,
                (int) Math.ceil(viewWidth * beta / PATCH) * PATCH,
                (int) Math.ceil(viewHeight * beta / PATCH) * PATCH,
                Filter.BICUBIC);
    }

    /** Patches of a view before the lower limit on its area; none on an axis where the picture is too narrow. */
    public static Grid viewGrid(int imageWidth, int imageHeight, int side) {
        double ratio = (double) imageWidth / imageHeight;
        double width = Math.sqrt((double) side * side * ratio);
        double height = width / ratio;
        return new Grid((int) (height / PATCH), (int) (width / PATCH));
    }

    private static InvalidRequestException tooNarrow(String field, RgbImage image) {
        return new InvalidRequestException(
                field,
                "is too narrow for this picture size: " + image.width() + "x" + image.height()
                        + "; crop it to a less extreme aspect");
    }
}
