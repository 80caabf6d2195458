package io.emaki.hidream.sequence;

/** Rows and columns of tokens that cover a picture, each of 32x32 pixels. */
public record Grid(int rows, int columns) {

    /** Grid of a picture whose sides are multiples of 32 pixels. */
    public static Grid ofPixels(int width, int height) {
        return new Grid(height / 32, width / 32);
    }

    public int tokens() {
        return rows * columns;
    }
}
