package io.emaki.hidream.text;

import java.nio.charset.StandardCharsets;

/** GPT-2's printable stand-ins for bytes: printable Latin-1 as itself, the others from U+0100 on. */
public final class ByteAlphabet {

    private static final String[] SYMBOLS = symbols();

    private ByteAlphabet() {}

    private static String[] symbols() {
        String[] symbols = new String[256];
        int next = 256;
        for (int value = 0; value < symbols.length; value++) {
            boolean printable = value >= '!' && value <= '~' || value >= 0xa1 && value <= 0xac || value >= 0xae;
            symbols[value] = String.valueOf((char) (printable ? value : next++));
        }
        return symbols;
    }

    /** The symbol of a byte, 0 to 255. */
    public static String symbol(int value) {
        return SYMBOLS[value];
    }

    /** The text's UTF-8 bytes as unsigned numbers. */
    public static int[] bytes(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int[] values = new int[utf8.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = utf8[i] & 0xff;
        }
        return values;
    }
}
