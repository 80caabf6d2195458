package io.emaki.hidream.train;

import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.pixels.RgbImage;
import io.emaki.hidream.sequence.Grid;
import io.emaki.hidream.text.ChatTokenizer;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The entries of a data folder, tokenised, each in its bucket. */
final class ExampleSet {

    /** The prompt that guidance steers away from. */
    private static final String DROPPED = " ";

    private static final int MAX_TOKENS = 4096;
    /** Pictures are kept in memory up to this many bytes; the others are read again each time. */
    private static final long KEPT = 512L << 20;

    /**
     * @param focus in the bucket's pixels
     * @param dropped ids without the text
     */
    private record Entry(
            Example example, Bucket bucket, @Nullable Rectangle focus, long[] ids, long[] dropped) {}

    private final List<Entry> entries = new ArrayList<>();
    private final int left;
    private final Map<Path, RgbImage> kept = new HashMap<>();
    private long keptBytes;

    private ExampleSet(
            Path folder,
            ChatTokenizer tokenizer,
            List<Bucket> buckets,
            Function<Bucket, Grid> view,
            Predicate<Example> wanted) {
        List<Example> examples = ImageFolder.read(folder);
        for (Example example : examples) {
            if (wanted.test(example)) {
                entries.add(entry(example, tokenizer, buckets, view));
            }
        }
        left = examples.size() - entries.size();
    }

    /**
     * Reads texts, and of the pictures their sizes.
     *
     * @param view grid of a reference's view, by the bucket that the reference is brought to
     * @throws InvalidRequestException for {@code data}, naming file, line and field
     */
    static ExampleSet all(Path folder, ChatTokenizer tokenizer, List<Bucket> buckets, Function<Bucket, Grid> view) {
        return new ExampleSet(folder, tokenizer, buckets, view, example -> true);
    }

    /** The same without the entries that have a reference. */
    static ExampleSet captions(Path folder, ChatTokenizer tokenizer, List<Bucket> buckets) {
        ExampleSet set = new ExampleSet(folder, tokenizer, buckets, Bucket::grid, example -> !example.isEdit());
        if (set.entries.isEmpty()) {
            throw new InvalidRequestException(
                    "data", folder + " holds edits only (each line has a reference), and captions are needed");
        }
        return set;
    }

    private static Entry entry(
            Example example, ChatTokenizer tokenizer, List<Bucket> buckets, Function<Bucket, Grid> view) {
        Dimension size = PictureReader.size(example.picture(), example.where());
        Bucket bucket = Bucket.nearest(buckets, size.width, size.height);
        if (example.reference() != null) {
            PictureReader.bucket(example.reference(), example.where(), buckets);
        }
        List<Integer> images = example.isEdit() ? List.of(view.apply(bucket).tokens()) : List.of();
        long[] ids = tokenizer.encode(example.text(), images);
        if (ids.length > MAX_TOKENS) {
            throw new InvalidRequestException(
                    "data",
                    example.where() + ": text is too long: it makes " + ids.length + " tokens, and " + MAX_TOKENS
                            + " are allowed");
        }
        return new Entry(example, bucket, focus(example, size, bucket), ids, tokenizer.encode(DROPPED, images));
    }

    /** Follows the picture to its bucket: scaled to cover it, the centre cut out. */
    private static @Nullable Rectangle focus(Example example, Dimension size, Bucket bucket) {
        Rectangle box = example.focus();
        if (box == null) {
            return null;
        }
        double scale = Math.max((double) bucket.width() / size.width, (double) bucket.height() / size.height);
        double left = (size.width * scale - bucket.width()) / 2;
        double top = (size.height * scale - bucket.height()) / 2;
        Rectangle moved = new Rectangle(
                (int) Math.floor(box.x * scale - left),
                (int) Math.floor(box.y * scale - top),
                (int) Math.ceil(box.width * scale),
                (int) Math.ceil(box.height * scale));
        return moved.intersection(new Rectangle(bucket.width(), bucket.height()));
    }

    /** The part of the target that counts more, in its pixels; null for none. */
    @Nullable
    Rectangle focus(int sample) {
        return entries.get(sample).focus();
    }

    int size() {
        return entries.size();
    }

    /** Entries that were left out. */
    int left() {
        return left;
    }

    boolean isEdit(int sample) {
        return entries.get(sample).example().isEdit();
    }

    String text(int sample) {
        return entries.get(sample).example().text();
    }

    Bucket bucket(int sample) {
        return entries.get(sample).bucket();
    }

    /** Token ids, time token included. */
    long[] ids(Draws.Draw draw) {
        Entry entry = entries.get(draw.sample());
        return draw.dropped() ? entry.dropped() : entry.ids();
    }

    /** Bytes of a picture at its bucket's size. */
    byte[] target(int sample) {
        Entry entry = entries.get(sample);
        return pixels(entry.example().picture(), entry);
    }

    /** Bytes of an edit's reference at the target's size. */
    byte[] reference(int sample) {
        Entry entry = entries.get(sample);
        return pixels(Objects.requireNonNull(entry.example().reference()), entry);
    }

    private byte[] pixels(Path file, Entry entry) {
        RgbImage found = kept.get(file);
        if (found != null
                && found.width() == entry.bucket().width()
                && found.height() == entry.bucket().height()) {
            return found.rgb();
        }
        RgbImage read = PictureReader.read(file, entry.example().where(), entry.bucket());
        if (found == null && keptBytes + read.rgb().length <= KEPT) {
            kept.put(file, read);
            keptBytes += read.rgb().length;
        }
        return read.rgb();
    }

    /** SHA-256 of texts and names, to tell whether a run goes on with the data it was started with. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Entry entry : entries) {
                Example example = entry.example();
                String line = example.picture().getFileName() + "\n" + name(example.reference()) + example.text() + "\n"
                        + entry.bucket() + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(@Nullable Path file) {
        return file == null ? "" : file.getFileName() + "\n";
    }
}
