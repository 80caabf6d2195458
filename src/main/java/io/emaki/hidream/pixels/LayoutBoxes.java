package io.emaki.hidream.pixels;

import io.emaki.hidream.InvalidRequestException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Layout boxes: each reference gets a coloured border, and one more picture shows the boxes in the same colours on
 * black ({@code create_layout_reference_images} of the official utilities).
 *
 * @param boxes in the order given, absolute pixels
 */
record LayoutBoxes(int width, int height, List<Box> boxes) {

    /** Inclusive corners. */
    record Box(int left, int top, int right, int bottom) {
        long area() {
            return (long) (right - left) * (bottom - top);
        }
    }

    private static final int MAX_DRAWN = 5;
    private static final int MAX_BOXES = 100;
    private static final int[][] COLORS = {
        {255, 0, 0},
        {0, 180, 0},
        {0, 0, 255},
        {204, 180, 0},
        {255, 0, 255},
        {0, 255, 255},
        {128, 0, 0},
        {0, 128, 0},
        {0, 0, 128},
        {128, 128, 0}
    };

    /**
     * @param json {@code [[x1,x2,y1,y2],...]} with values from 0 to 1 (or percent, up to 100), or objects with {@code
     *     bbox}, or an object that holds the list under layout_bboxes, bboxes, boxes or bbox_list
     */
    static LayoutBoxes parse(String json, int width, int height) {
        JsonNode list = unwrap(read(json));
        if (!list.isArray() || list.isEmpty() || list.size() > MAX_BOXES) {
            throw new InvalidRequestException(
                    "layout",
                    "must be a JSON list of 1 to " + MAX_BOXES + " boxes [x1,x2,y1,y2] with values from 0 to 1");
        }
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.get(i);
            JsonNode numbers = item.isObject() ? (item.has("bbox") ? item.get("bbox") : item.path("box")) : item;
            boxes.add(box(numbers, "layout[" + i + "]", width, height));
        }
        return new LayoutBoxes(width, height, boxes);
    }

    private static JsonNode read(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw new InvalidRequestException("layout", "is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private static JsonNode unwrap(JsonNode root) {
        for (String key : List.of("layout_bboxes", "bboxes", "boxes", "bbox_list")) {
            if (root.has(key)) {
                return root.get(key);
            }
        }
        return root;
    }

    private static Box box(JsonNode numbers, String field, int width, int height) {
        double[] v = new double[4];
        double largest = 0;
        for (int i = 0; i < 4; i++) {
            JsonNode number = numbers.path(i);
            if (numbers.size() != 4 || !number.isNumber()) {
                throw new InvalidRequestException(field, "must be four numbers [x1,x2,y1,y2] from 0 to 1");
            }
            v[i] = number.asDouble();
            largest = Math.max(largest, Math.abs(v[i]));
        }
        double unit = largest <= 1 ? 1 : largest <= 100 ? 100 : 0;
        double scaleX = unit == 0 ? 1 : width / unit;
        double scaleY = unit == 0 ? 1 : height / unit;
        int left = clamp(Math.min(v[0], v[1]) * scaleX, width);
        int right = clamp(Math.max(v[0], v[1]) * scaleX, width);
        int top = clamp(Math.min(v[2], v[3]) * scaleY, height);
        int bottom = clamp(Math.max(v[2], v[3]) * scaleY, height);
        if (right <= left || bottom <= top) {
            throw new InvalidRequestException(field, "is empty: x1 and x2, and y1 and y2, must differ");
        }
        return new Box(left, top, right, bottom);
    }

    private static int clamp(double value, int limit) {
        return Math.clamp(References.roundHalfEven(value), 0, limit - 1);
    }

    /** References with borders, then the layout picture. */
    List<RgbImage> draw(List<RgbImage> references, int side) {
        int[][] colors = new int[boxes.size()][];
        RgbImage layout = drawLayout(colors);
        List<RgbImage> pictures = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            RgbImage reference = References.resizeToPatches(references.get(i), side, "references[" + i + "]");
            int[] color = i < colors.length && colors[i] != null ? colors[i] : COLORS[i % COLORS.length];
            int border = (int) (Math.sqrt((double) reference.width() * reference.height()) * 0.04);
            byte[] rgb = reference.rgb().clone();
            frame(rgb, reference.width(), new Box(0, 0, reference.width() - 1, reference.height() - 1), border, color);
            pictures.add(new RgbImage(reference.width(), reference.height(), rgb));
        }
        pictures.add(layout);
        return pictures;
    }

    /** Draws the largest boxes first, lines growing thinner, and notes the colour of each box drawn. */
    private RgbImage drawLayout(int[][] colors) {
        byte[] rgb = new byte[width * height * 3];
        int widest = (int) (Math.sqrt((double) width * height) * 0.05);
        int step = Math.max(1, widest / MAX_DRAWN);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingLong((Integer i) -> boxes.get(i).area()).reversed());
        for (int rank = 0; rank < Math.min(MAX_DRAWN, order.size()); rank++) {
            int index = order.get(rank);
            colors[index] = COLORS[rank % COLORS.length];
            frame(rgb, width, boxes.get(index), Math.max(widest - rank * step, 5), colors[index]);
        }
        return new RgbImage(width, height, rgb);
    }

    /** Nested one-pixel rectangles inward, as Pillow draws an outline of some width. */
    private static void frame(byte[] rgb, int stride, Box box, int lines, int[] color) {
        for (int i = 0; i < lines; i++) {
            int left = box.left() + i;
            int right = box.right() - i;
            int top = box.top() + i;
            int bottom = box.bottom() - i;
            if (left > right || top > bottom) {
                return;
            }
            for (int x = left; x <= right; x++) {
                dot(rgb, stride, x, top, color);
                dot(rgb, stride, x, bottom, color);
            }
            for (int y = top; y <= bottom; y++) {
                dot(rgb, stride, left, y, color);
                dot(rgb, stride, right, y, color);
            }
        }
    }

    private static void dot(byte[] rgb, int stride, int x, int y, int[] color) {
        for (int c = 0; c < 3; c++) {
            rgb[(y * stride + x) * 3 + c] = (byte) color[c];
        }
    }
}
