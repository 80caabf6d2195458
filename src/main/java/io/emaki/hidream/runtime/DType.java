package io.emaki.hidream.runtime;

/** Element types that checkpoints and calls use, with libtorch's number and the size of an element in bytes. */
public enum DType {
    UINT8(0, 1),
    INT64(4, 8),
    FLOAT16(5, 2),
    FLOAT32(6, 4),
    FLOAT64(7, 8),
    BFLOAT16(15, 2),
    FLOAT8_E4M3FN(24, 1);

    private final int code;
    private final int bytes;

    DType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    public long code() {
        return code;
    }

    public int bytes() {
        return bytes;
    }
}
