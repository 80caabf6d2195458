package io.emaki.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** XMP in a JPEG: an APP1 segment that starts with the XMP namespace, after the JFIF or Exif segment. */
final class JpegXmp {

    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int LONGEST = 0xffff - 2;
    private static final byte[] HEAD = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);

    private JpegXmp() {}

    /** A segment before the pixels; the marker's two bytes are at start, the length's two after it. */
    private record Segment(int marker, int start, int length) {

        int dataStart() {
            return start + 4;
        }

        int end() {
            return start + 2 + length;
        }
    }

    static byte[] with(byte[] jpeg, byte[] packet) {
        int length = HEAD.length + packet.length;
        if (length > LONGEST) {
            throw new MediaException("a mark of " + length + " bytes does not fit into a JPEG segment");
        }
        List<Segment> segments = segments(jpeg);
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + length + 4);
        out.write(jpeg, 0, 2);
        int place = 0;
        while (place < segments.size() && isLeading(jpeg, segments.get(place))) {
            place++;
        }
        int pixels = segments.isEmpty() ? 2 : segments.getLast().end();
        for (int i = 0; i < segments.size(); i++) {
            if (i == place) {
                writeXmp(out, packet);
            }
            Segment segment = segments.get(i);
            if (!isXmp(jpeg, segment)) {
                out.write(jpeg, segment.start(), segment.end() - segment.start());
            }
        }
        if (place == segments.size()) {
            writeXmp(out, packet);
        }
        out.write(jpeg, pixels, jpeg.length - pixels);
        return out.toByteArray();
    }

    static Optional<byte[]> find(byte[] jpeg) {
        return segments(jpeg).stream()
                .filter(segment -> isXmp(jpeg, segment))
                .findFirst()
                .map(segment -> Arrays.copyOfRange(jpeg, segment.dataStart() + HEAD.length, segment.end()));
    }

    private static void writeXmp(ByteArrayOutputStream out, byte[] packet) {
        int length = 2 + HEAD.length + packet.length;
        out.write(0xff);
        out.write(APP1);
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(HEAD);
        out.writeBytes(packet);
    }

    private static boolean isLeading(byte[] jpeg, Segment segment) {
        return segment.marker() == APP0 || segment.marker() == APP1 && !isXmp(jpeg, segment);
    }

    private static boolean isXmp(byte[] jpeg, Segment segment) {
        return segment.marker() == APP1
                && segment.length() - 2 >= HEAD.length
                && Arrays.equals(jpeg, segment.dataStart(), segment.dataStart() + HEAD.length, HEAD, 0, HEAD.length);
    }

    private static List<Segment> segments(byte[] jpeg) {
        List<Segment> segments = new ArrayList<>();
        int at = 2;
        while (true) {
            if (jpeg.length - at < 4 || (jpeg[at] & 0xff) != 0xff) {
                throw new MediaException("the JPEG ends before its pixels");
            }
            int marker = jpeg[at + 1] & 0xff;
            if (marker == START_OF_SCAN) {
                return segments;
            }
            int length = (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
            if (length < 2 || length > jpeg.length - at - 2) {
                throw new MediaException("a segment of the JPEG claims more bytes than there are");
            }
            Segment segment = new Segment(marker, at, length);
            segments.add(segment);
            at = segment.end();
        }
    }
}
