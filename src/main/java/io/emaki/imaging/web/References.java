package io.emaki.imaging.web;

import io.emaki.imaging.ReferenceReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes the pictures out of a request and looks whether they are pictures, before they wait in the queue. */
@Component
class References {

    private static final int MOST = 16;
    /** Decoding takes four bytes a pixel; however many uploads come in at once, only so many are decoded. */
    private static final int DECODED_AT_ONCE = 2;

    private final Semaphore decoding = new Semaphore(DECODED_AT_ONCE, true);
    private final ReferenceReader reader;

    References(ReferenceReader reader) {
        this.reader = reader;
    }

    /**
     * @param field the JSON field that holds pictures: a list of data URLs, or of objects with one in {@code image_url}
     * @param least how many are needed
     */
    List<byte[]> of(RequestBody body, String field, int least) {
        List<byte[]> pictures = body.pictures();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            names.add(pictures.size() == 1 ? "image" : "image[" + i + "]");
        }
        JsonNode listed = body.fields().node(field);
        if (listed != null && pictures.isEmpty()) {
            pictures = fromJson(field, listed, names);
        } else if (listed != null) {
            throw ApiError.invalid(field, "cannot be sent along with uploaded pictures");
        }
        if (pictures.size() < least) {
            throw ApiError.invalid(
                    body.fields().has(field) ? field : "image", "is required", "missing_required_parameter");
        }
        if (pictures.size() > MOST) {
            throw ApiError.invalid("image", "at most " + MOST + " are allowed, not " + pictures.size());
        }
        for (int i = 0; i < pictures.size(); i++) {
            check(names.get(i), pictures.get(i));
        }
        return pictures;
    }

    private void check(String name, byte[] picture) {
        decoding.acquireUninterruptibly();
        try {
            reader.read(name, picture);
        } finally {
            decoding.release();
        }
    }

    private static List<byte[]> fromJson(String field, JsonNode listed, List<String> names) {
        if (!listed.isArray()) {
            throw ApiError.invalid(field, "must be a list", "invalid_type");
        }
        List<byte[]> pictures = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            JsonNode item = listed.get(i);
            String name = field + "[" + i + "]";
            if (item.isObject() && item.has("file_id")) {
                throw ApiError.invalid(name + ".file_id", "is not supported; send image_url", "unsupported_parameter");
            }
            JsonNode url = item.isObject() ? item.path("image_url") : item;
            if (!url.isString()) {
                throw ApiError.invalid(name, "must be {\"image_url\": \"data:image/png;base64,...\"}", "invalid_type");
            }
            names.add(name);
            pictures.add(dataUrl(name, url.stringValue()));
        }
        return pictures;
    }

    /** Addresses on the network are not fetched: a caller could make the service read what only the service can reach. */
    private static byte[] dataUrl(String name, String url) {
        int comma = url.indexOf(',');
        String head = comma < 0 ? "" : url.substring(0, comma).toLowerCase(Locale.ROOT);
        if (!head.startsWith("data:image/") || !head.endsWith(";base64")) {
            throw ApiError.invalid(
                    name, "must be a data URL, data:image/png;base64,...; other addresses are not fetched");
        }
        try {
            return Base64.getDecoder().decode(url.substring(comma + 1).strip());
        } catch (IllegalArgumentException e) {
            throw ApiError.invalid(name, "is not valid base64");
        }
    }
}
