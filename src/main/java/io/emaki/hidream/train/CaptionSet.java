package io.emaki.hidream.train;

import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.pixels.RgbImage;
import io.emaki.hidream.text.ChatTokenizer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The pairs of picture and caption of a data folder, tokenised, each in its bucket. */
final class CaptionSet {

    /** The prompt that guidance steers away from. */
    private static final String DROPPED = " ";

    private static final int MAX_TOKENS = 4096;
    /** Pictures are kept in memory up to this many bytes; the others are read again each time. */
    private static final long KEPT = 512L << 20;

    private record Pair(Example example, Bucket bucket, long[] ids) {}

    private final List<Pair> pairs = new ArrayList<>();
    private final long[] dropped;
    private final int edits;
    private final Map<Integer, RgbImage> kept = new HashMap<>();
    private long keptBytes;

    /**
     * Reads texts, and of the pictures their sizes. Entries with a reference are edits and left out.
     *
     * @throws InvalidRequestException for {@code data}, naming file, line and field
     */
    CaptionSet(Path folder, ChatTokenizer tokenizer, List<Bucket> buckets) {
        List<Example> examples = ImageFolder.read(folder);
        for (Example example : examples) {
            if (!example.isEdit()) {
                pairs.add(pair(example, tokenizer, buckets));
            }
        }
        edits = examples.size() - pairs.size();
        if (pairs.isEmpty()) {
            throw new InvalidRequestException(
                    "data", folder + " holds edits only (each line has a reference), and captions are needed");
        }
        dropped = tokenizer.encode(DROPPED, List.of());
    }

    private static Pair pair(Example example, ChatTokenizer tokenizer, List<Bucket> buckets) {
        long[] ids = tokenizer.encode(example.text(), List.of());
        if (ids.length > MAX_TOKENS) {
            throw new InvalidRequestException(
                    "data",
                    example.where() + ": text is too long: it makes " + ids.length + " tokens, and " + MAX_TOKENS
                            + " are allowed");
        }
        return new Pair(example, PictureReader.bucket(example.picture(), example.where(), buckets), ids);
    }

    int size() {
        return pairs.size();
    }

    /** Entries that were left out. */
    int edits() {
        return edits;
    }

    String caption(int sample) {
        return pairs.get(sample).example().text();
    }

    Bucket bucket(int sample) {
        return pairs.get(sample).bucket();
    }

    /** Token ids, time token included. */
    long[] ids(Draws.Draw draw) {
        return draw.dropped() ? dropped : pairs.get(draw.sample()).ids();
    }

    /** Bytes of a picture at its bucket's size. */
    byte[] pixels(int sample) {
        RgbImage found = kept.get(sample);
        if (found == null) {
            Pair pair = pairs.get(sample);
            found = PictureReader.read(pair.example().picture(), pair.example().where(), pair.bucket());
            if (keptBytes + found.rgb().length <= KEPT) {
                kept.put(sample, found);
                keptBytes += found.rgb().length;
            }
        }
        return found.rgb();
    }

    /** SHA-256 of captions and names, to tell whether a run goes on with the data it was started with. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Pair pair : pairs) {
                String line = pair.example().picture().getFileName() + "\n"
                        + pair.example().text() + "\n" + pair.bucket() + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
