package io.emaki.imaging.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request's fields and, from a form, its pictures.
 *
 * @param pictures encoded, as they came
 */
record RequestBody(Fields fields, List<byte[]> pictures) {

    private static final int LONGEST_TEXT = 1 << 20;
    private static final Pattern PICTURE = Pattern.compile("image(\\[\\d*])?");

    /**
     * @param limit bytes of a JSON body; those of a form are limited by the servlet container
     * @param forms whether the route takes multipart forms
     * @throws ApiError 415 for another content type, 413 for too many bytes, 400 for what cannot be parsed
     */
    static RequestBody read(HttpServletRequest request, long limit, boolean forms) throws IOException {
        String type = request.getContentType() == null
                ? ""
                : request.getContentType()
                        .toLowerCase(Locale.ROOT)
                        .split(";", 2)[0]
                        .strip();
        if (type.equals("application/json")) {
            return new RequestBody(json(request, limit), List.of());
        }
        if (forms && type.equals("multipart/form-data")) {
            return form(request);
        }
        throw ApiError.request(
                415,
                "The content type must be application/json" + (forms ? " or multipart/form-data" : "") + ", not '"
                        + Fields.shown(type) + "'.",
                "unsupported_media_type");
    }

    private static Fields json(HttpServletRequest request, long limit) throws IOException {
        byte[] bytes = limited(request.getInputStream(), limit);
        try {
            return Fields.ofJson(mapper(limit).readTree(bytes));
        } catch (JacksonException e) {
            throw ApiError.invalid(
                    null,
                    "The body is not valid JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ".",
                    "invalid_json");
        }
    }

    private static JsonMapper mapper(long limit) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxStringLength((int) Math.min(Integer.MAX_VALUE, limit))
                .maxNestingDepth(20)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private static RequestBody form(HttpServletRequest request) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        List<byte[]> pictures = new ArrayList<>();
        try {
            for (Part part : request.getParts()) {
                if (PICTURE.matcher(part.getName()).matches()) {
                    pictures.add(bytes(part, Integer.MAX_VALUE - 8L));
                } else if (part.getSubmittedFileName() != null) {
                    texts.put(part.getName(), "");
                } else if (texts.put(part.getName(), text(part)) != null) {
                    throw ApiError.invalid(part.getName(), "was sent more than once");
                }
            }
        } catch (ServletException | MultipartException | IOException e) {
            throw ApiError.request(400, "The form cannot be read.", "invalid_form");
        } catch (IllegalStateException tooLarge) {
            throw tooLarge();
        }
        return new RequestBody(Fields.ofForm(texts), pictures);
    }

    private static String text(Part part) throws IOException {
        return new String(bytes(part, LONGEST_TEXT), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Part part, long limit) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return limited(in, limit);
        }
    }

    private static byte[] limited(InputStream in, long limit) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, limit + 1));
        if (bytes.length > limit) {
            throw tooLarge();
        }
        return bytes;
    }

    private static ApiError tooLarge() {
        return ApiError.request(413, "The request has too many bytes or parts.", "request_too_large");
    }
}
