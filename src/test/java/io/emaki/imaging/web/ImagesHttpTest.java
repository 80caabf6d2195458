package io.emaki.imaging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emaki.EmakiApplication;
import io.emaki.access.Tokens;
import io.emaki.media.AiMark;
import io.emaki.media.Pictures;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The picture routes over real HTTP, on the real engine with an untrained checkpoint. */
@SpringBootTest(
        classes = EmakiApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:images",
            "emaki.imaging.queue-capacity=2",
            "emaki.images.max-json-body=1MB",
            "spring.servlet.multipart.max-file-size=1MB",
            "emaki.images.model-aliases=gpt-image-1"
        })
@Timeout(120)
class ImagesHttpTest {

    private static final String GENERATIONS = "/api/v1/images/generations";
    private static final String EDITS = "/api/v1/images/edits";
    private static final String BOUNDARY = "a-boundary-of-the-test";

    @TempDir
    private static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    private String secret;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry registry) {
        registry.add("emaki.data-dir", folder::toString);
    }

    @BeforeEach
    void token() {
        secret = tokens.create("pictures").secret();
    }

    @Test
    void generatesAsOpenAiDoes() throws Exception {
        HttpResponse<String> response = post(GENERATIONS, """
                {"model": "gpt-image-1", "prompt": "a lamp over a door", "size": "96x64", "steps": 2, "seed": 7, "user": "u"}""");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = json.readTree(response.body());
        assertThat(answer.path("created").asLong()).isPositive();
        assertThat(answer.path("size").asString()).isEqualTo("96x64");
        assertThat(answer.path("output_format").asString()).isEqualTo("png");
        assertThat(answer.path("quality").asString()).isEqualTo("high");
        assertThat(answer.path("data")).hasSize(1);
        byte[] png = Base64.getDecoder().decode(answer.at("/data/0/b64_json").asString());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(96, 64);
        assertThat(AiMark.isMarked(png)).isTrue();
        assertThat(answer.at("/data/0/parameters/seed").asLong()).isEqualTo(7);
        JsonNode usage = answer.path("usage");
        assertThat(usage.path("output_tokens").asInt()).isEqualTo(6);
        assertThat(usage.path("input_tokens").asInt()).isGreaterThan("a lamp over a door".length());
        assertThat(usage.path("total_tokens").asInt())
                .isEqualTo(usage.path("input_tokens").asInt() + 6);
        assertThat(usage.at("/input_tokens_details/image_tokens").asInt()).isZero();
    }

    @Test
    void severalPicturesCountTheirSeedsUp() throws Exception {
        JsonNode two = ok(post(GENERATIONS, """
                {"prompt": "p", "size": "64x64", "steps": 1, "seed": 7, "n": 2}"""));
        JsonNode second = ok(post(GENERATIONS, """
                {"prompt": "p", "size": "64x64", "steps": 1, "seed": 8}"""));

        assertThat(two.at("/data/0/parameters/seed").asLong()).isEqualTo(7);
        assertThat(two.at("/data/1/b64_json")).isEqualTo(second.at("/data/0/b64_json"));
        assertThat(two.at("/data/0/b64_json")).isNotEqualTo(second.at("/data/0/b64_json"));
    }

    @Test
    void linksLeadToTheMarkedPicture() throws Exception {
        for (String format : List.of("png", "jpeg")) {
            JsonNode answer = ok(post(GENERATIONS, """
                    {"prompt": "p", "size": "64x64", "steps": 1, "response_format": "url", "output_format": "%s"}""".formatted(format)));
            URI url = URI.create(answer.at("/data/0/url").asString());

            HttpResponse<byte[]> picture = http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
            assertThat(picture.statusCode()).isEqualTo(200);
            assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/" + format);
            assertThat(AiMark.isMarked(picture.body())).isTrue();
        }
    }

    @Test
    void jpegIsMarkedAndCompressionMakesItSmaller() throws Exception {
        byte[] best = jpeg(100);
        byte[] small = jpeg(10);

        assertThat(AiMark.isMarked(small)).isTrue();
        assertThat(ImageIO.read(new ByteArrayInputStream(small)).getWidth()).isEqualTo(64);
        assertThat(small.length).isLessThan(best.length);
    }

    private byte[] jpeg(int compression) throws Exception {
        JsonNode answer = ok(post(GENERATIONS, """
                {"prompt": "p", "size": "64x64", "steps": 1, "seed": 1, "output_format": "jpeg", "output_compression": %d}""".formatted(compression)));
        assertThat(answer.path("output_format").asString()).isEqualTo("jpeg");
        return Base64.getDecoder().decode(answer.at("/data/0/b64_json").asString());
    }

    @Test
    void qualityDecidesTheSteps() throws Exception {
        assertThat(steps("low")).isEqualTo(2);
        assertThat(steps("medium")).isEqualTo(3);
        assertThat(steps("high")).isEqualTo(4);
    }

    private int steps(String quality) throws Exception {
        return ok(post(GENERATIONS, "{\"prompt\": \"p\", \"size\": \"64x64\", \"quality\": \"" + quality + "\"}"))
                .at("/data/0/parameters/steps")
                .asInt();
    }

    @Test
    void editsAnUploadInItsOwnShape() throws Exception {
        HttpResponse<String> response = form(
                List.of("prompt=put on a hat", "steps=1", "seed=3"), List.of(part("image", Pictures.png(200, 100))));

        JsonNode answer = ok(response);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(answer.at("/data/0/b64_json").asString())));
        assertThat(image.getWidth()).isGreaterThan(image.getHeight());
        assertThat(answer.path("size").asString()).isEqualTo(image.getWidth() + "x" + image.getHeight());
        assertThat(answer.at("/usage/input_tokens_details/image_tokens").asInt())
                .isPositive();
    }

    @Test
    void aFormAndJsonWithTheSamePicturesGiveTheSameResult() throws Exception {
        byte[] one = Pictures.png(64, 64);
        byte[] two = Pictures.jpeg(80, 48);

        JsonNode byForm = ok(form(
                List.of("prompt=both", "steps=1", "seed=3", "size=64x64", "input_fidelity=high"),
                List.of(part("image[]", one), part("image[]", two))));
        JsonNode byJson = ok(post(EDITS, """
                {"prompt": "both", "steps": 1, "seed": 3, "size": "64x64",
                 "images": [{"image_url": "%s"}, {"image_url": "%s"}]}""".formatted(dataUrl("png", one), dataUrl("jpeg", two))));
        JsonNode generated = ok(post(GENERATIONS, """
                {"prompt": "both", "steps": 1, "seed": 3, "size": "64x64", "reference_images": ["%s", "%s"]}""".formatted(dataUrl("png", one), dataUrl("jpeg", two))));

        assertThat(byJson.at("/data/0/b64_json")).isEqualTo(byForm.at("/data/0/b64_json"));
        assertThat(generated.at("/data/0/b64_json")).isEqualTo(byForm.at("/data/0/b64_json"));
    }

    @Test
    void streamsPreviewsAndThenThePicture() throws Exception {
        HttpResponse<String> response = post(GENERATIONS, """
                {"prompt": "p", "size": "64x64", "steps": 6, "stream": true, "partial_images": 2, "seed": 5}""");

        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        List<JsonNode> events = events(response.body());
        assertThat(events)
                .extracting(event -> event.path("type").asString())
                .containsExactly(
                        "image_generation.partial_image",
                        "image_generation.partial_image",
                        "image_generation.completed");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.path("size").asString()).isEqualTo("64x64");
            assertThat(AiMark.isMarked(
                            Base64.getDecoder().decode(event.path("b64_json").asString())))
                    .isTrue();
        });
        assertThat(events.get(1).path("partial_image_index").asInt()).isEqualTo(1);
        assertThat(events.get(2).at("/usage/output_tokens").asInt()).isEqualTo(4);
        assertThat(response.body()).doesNotContain("[DONE]");
        JsonNode plain = ok(post(GENERATIONS, """
                {"prompt": "p", "size": "64x64", "steps": 6, "seed": 5}"""));
        assertThat(events.get(2).path("b64_json")).isEqualTo(plain.at("/data/0/b64_json"));
    }

    @Test
    void streamsAnEdit() throws Exception {
        HttpResponse<String> response = form(
                List.of("prompt=p", "size=64x64", "steps=2", "stream=true", "partial_images=1"),
                List.of(part("image", Pictures.png(64, 64))));

        assertThat(events(response.body()))
                .extracting(event -> event.path("type").asString())
                .containsExactly("image_edit.partial_image", "image_edit.completed");
    }

    @Test
    void aFailureInAStreamIsAnEvent() throws Exception {
        List<JsonNode> events = events(post(GENERATIONS, """
                {"prompt": "p", "size": "64x64", "steps": 1, "stream": true, "lora": "c1-aesthetic"}""").body());

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.path("type").asString()).isEqualTo("error");
            assertThat(event.at("/error/param").asString()).isEqualTo("lora");
            assertThat(event.at("/error/message").asString())
                    .contains("golden-hour")
                    .contains("not installed");
        });
    }

    @Test
    void aFullQueueSaysWhenToComeBackAndALeftStreamFreesItsPlace() throws Exception {
        List<InputStream> streams = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            streams.add(endless());
        }

        HttpResponse<String> refused = post(GENERATIONS, """
                {"prompt": "p", "size": "64x64", "steps": 1}""");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertError(refused, "null", "rate_limit_exceeded");

        for (InputStream stream : streams) {
            stream.close();
        }
        // Each of the three would take minutes: only cancelling them lets this one through.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> post(GENERATIONS, """
                        {"prompt": "p", "size": "64x64", "steps": 1}""").statusCode() == 200);
    }

    /**
     * Opens a stream of a picture that takes very long, and waits until the picture has a place in the queue: the place of a
     * picture counts until the device has turned to it.
     */
    private InputStream endless() {
        return await().atMost(Duration.ofSeconds(60)).until(this::tryEndless, Objects::nonNull);
    }

    private @Nullable InputStream tryEndless() throws Exception {
        HttpResponse<InputStream> answer = http.send(
                request(GENERATIONS)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("""
                                {"prompt": "p", "size": "256x256", "steps": 1000, "stream": true}"""))
                        .build(),
                BodyHandlers.ofInputStream());
        InputStream stream = answer.body();
        if (answer.statusCode() == 429) {
            stream.close();
            return null;
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        assertThat(lines.readLine()).startsWith(": ");
        return stream;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            nullValues = "-",
            value = {
                "{} | 400 | prompt | missing_required_parameter",
                "{\"prompt\": \"\"} | 400 | prompt | invalid_value",
                "{\"prompt\": 5} | 400 | prompt | invalid_type",
                "{\"prompt\": \"p\", \"size\": \"100x100\"} | 400 | size | invalid_value",
                "{\"prompt\": \"p\", \"size\": \"32x64\"} | 400 | size | invalid_value",
                "{\"prompt\": \"p\", \"size\": \"4096x4096\"} | 400 | size | invalid_value",
                "{\"prompt\": \"p\", \"size\": \"big\"} | 400 | size | invalid_value",
                "{\"prompt\": \"p\", \"size\": 64} | 400 | size | invalid_type",
                "{\"prompt\": \"p\", \"n\": 0} | 400 | n | invalid_value",
                "{\"prompt\": \"p\", \"n\": 11} | 400 | n | invalid_value",
                "{\"prompt\": \"p\", \"n\": 3} | 400 | n | invalid_value",
                "{\"prompt\": \"p\", \"n\": 1.5} | 400 | n | invalid_type",
                "{\"prompt\": \"p\", \"n\": 2, \"stream\": true} | 400 | n | invalid_value",
                "{\"prompt\": \"p\", \"steps\": 0} | 400 | steps | invalid_value",
                "{\"prompt\": \"p\", \"steps\": \"4\"} | 400 | steps | invalid_type",
                "{\"prompt\": \"p\", \"guidance_scale\": 31} | 400 | guidance_scale | invalid_value",
                "{\"prompt\": \"p\", \"shift\": 0} | 400 | shift | invalid_value",
                "{\"prompt\": \"p\", \"seed\": -1} | 400 | seed | invalid_value",
                "{\"prompt\": \"p\", \"scheduler\": \"euler\"} | 400 | scheduler | invalid_value",
                "{\"prompt\": \"p\", \"quality\": \"ultra\"} | 400 | quality | invalid_value",
                "{\"prompt\": \"p\", \"output_format\": \"webp\"} | 400 | output_format | invalid_value",
                "{\"prompt\": \"p\", \"output_compression\": 50} | 400 | output_compression | invalid_value",
                "{\"prompt\": \"p\", \"background\": \"transparent\"} | 400 | background | unsupported_value",
                "{\"prompt\": \"p\", \"moderation\": \"off\"} | 400 | moderation | invalid_value",
                "{\"prompt\": \"p\", \"response_format\": \"file\"} | 400 | response_format | invalid_value",
                "{\"prompt\": \"p\", \"partial_images\": 4, \"stream\": true} | 400 | partial_images | invalid_value",
                "{\"prompt\": \"p\", \"partial_images\": 1} | 400 | partial_images | invalid_value",
                "{\"prompt\": \"p\", \"stream\": \"yes\"} | 400 | stream | invalid_type",
                "{\"prompt\": \"p\", \"guidance\": 3} | 400 | guidance | unknown_parameter",
                "{\"prompt\": \"p\", \"images\": []} | 400 | images | unknown_parameter",
                "{\"prompt\": \"p\", \"model\": \"dall-e-3\"} | 404 | model | model_not_found",
                "{\"prompt\": \"p\", \"lora\": \"c9\"} | 400 | lora | invalid_value",
                "{\"prompt\": \"p\", \"lora\": \"c1-aesthetic\"} | 400 | lora | invalid_value",
                "{\"prompt\": \"p\", \"lora\": [{\"name\": \"/etc/passwd\"}]} | 400 | lora | invalid_value",
                "{\"prompt\": \"p\", \"lora\": [{\"file\": \"x\"}]} | 400 | lora | invalid_type",
                "{\"prompt\": \"p\", \"lora\": 3} | 400 | lora | invalid_type",
                "{\"prompt\": \"p\" | 400 | - | invalid_json",
                "[] | 400 | - | invalid_json",
                "{\"prompt\": \"p\"} {} | 400 | - | invalid_json",
                "{\"prompt\": \"p\", \"prompt\": \"q\"} | 400 | - | invalid_json",
            })
    void aBadGenerationNamesItsParameter(String body, int status, String param, String code) throws Exception {
        HttpResponse<String> response = post(GENERATIONS, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertError(response, String.valueOf(param), code);
    }

    @Test
    void aPromptHasALimit() throws Exception {
        HttpResponse<String> response = post(GENERATIONS, "{\"prompt\": \"" + "a".repeat(100_000) + "\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertError(response, "prompt", "invalid_value");
        assertThat(response.body()).contains("32000").hasSizeLessThan(500);
    }

    @Test
    void aBodyHasALimit() throws Exception {
        HttpResponse<String> response = post(GENERATIONS, "{\"prompt\": \"" + "a".repeat(2 << 20) + "\"}");

        assertThat(response.statusCode()).isEqualTo(413);
        assertError(response, "null", "request_too_large");
        HttpResponse<String> upload = form(List.of("prompt=p"), List.of(part("image", new byte[2 << 20])));
        assertThat(upload.statusCode()).isEqualTo(413);
        assertError(upload, "null", "request_too_large");
    }

    @Test
    void badPicturesNameTheirPlace() throws Exception {
        byte[] good = Pictures.png(64, 64);
        assertPictureError("is required", List.of());
        assertPictureError(
                "must be a PNG, JPEG or WebP", List.of(part("image", "text".getBytes(StandardCharsets.UTF_8))));
        assertPictureError("is damaged", List.of(part("image", Arrays.copyOf(good, good.length / 2))));
        assertPictureError("50000x50000", List.of(part("image", claiming(50_000, 50_000))));
        HttpResponse<String> second =
                form(List.of("prompt=p"), List.of(part("image[]", good), part("image[]", new byte[] {1})));
        assertError(second, "image[1]", "invalid_value");
    }

    private void assertPictureError(String expected, List<byte[]> parts) throws Exception {
        HttpResponse<String> response = form(List.of("prompt=p"), parts);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(json.readTree(response.body()).at("/error/param").asString()).isEqualTo("image");
        assertThat(json.readTree(response.body()).at("/error/message").asString())
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"prompt\": \"p\"} | image | missing_required_parameter",
                "{\"prompt\": \"p\", \"images\": []} | images | missing_required_parameter",
                "{\"prompt\": \"p\", \"images\": \"x\"} | images | invalid_type",
                "{\"prompt\": \"p\", \"images\": [{\"image_url\": \"http://127.0.0.1/x.png\"}]} | images[0] | invalid_value",
                "{\"prompt\": \"p\", \"images\": [{\"image_url\": \"file:///etc/passwd\"}]} | images[0] | invalid_value",
                "{\"prompt\": \"p\", \"images\": [{\"image_url\": \"data:image/png;base64,@@\"}]} | images[0] | invalid_value",
                "{\"prompt\": \"p\", \"images\": [{\"file_id\": \"f\"}]} | images[0].file_id | unsupported_parameter",
                "{\"prompt\": \"p\", \"images\": [7]} | images[0] | invalid_type",
                "{\"prompt\": \"p\", \"mask\": {}} | mask | unsupported_parameter",
                "{\"prompt\": \"p\", \"input_fidelity\": \"low\"} | input_fidelity | unsupported_value",
            })
    void aBadEditNamesItsParameter(String body, String param, String code) throws Exception {
        HttpResponse<String> response = post(EDITS, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertError(response, param, code);
    }

    @Test
    void aMaskFileIsRefused() throws Exception {
        HttpResponse<String> response = form(
                List.of("prompt=p"), List.of(part("image", Pictures.png(64, 64)), part("mask", Pictures.png(64, 64))));

        assertThat(response.statusCode()).isEqualTo(400);
        assertError(response, "mask", "unsupported_parameter");
    }

    @Test
    void routesMethodsAndContentTypesAreRefusedInTheSameShape() throws Exception {
        HttpResponse<String> get = send(request(GENERATIONS).GET());
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).hasValue("POST");
        assertError(get, "null", "method_not_allowed");
        HttpResponse<String> variations = post("/api/v1/images/variations", "{}");
        assertThat(variations.statusCode()).isEqualTo(404);
        assertError(variations, "null", "unknown_url");
        HttpResponse<String> text = send(request(GENERATIONS)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"prompt\": \"p\"}")));
        assertThat(text.statusCode()).isEqualTo(415);
        assertError(text, "null", "unsupported_media_type");
        HttpResponse<String> brokenForm = send(
                request(EDITS).header("Content-Type", "multipart/form-data").POST(BodyPublishers.ofString("x")));
        assertThat(brokenForm.statusCode()).isEqualTo(400);
        assertError(brokenForm, "null", "invalid_form");
        secret = "kotonia_wrong";
        HttpResponse<String> stranger = post(GENERATIONS, "{\"prompt\": \"p\"}");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertError(stranger, "null", "invalid_api_key");
    }

    @Test
    void listsTheModel() throws Exception {
        JsonNode list = ok(send(request("/api/v1/models").GET()));
        assertThat(list.path("object").asString()).isEqualTo("list");
        assertThat(list.path("data").valueStream().map(model -> model.path("id").asString()))
                .contains("hidream-o1", "gpt-image-1");
        assertThat(ok(send(request("/api/v1/models/hidream-o1").GET()))
                        .path("object")
                        .asString())
                .isEqualTo("model");
        HttpResponse<String> none = send(request("/api/v1/models/none").GET());
        assertThat(none.statusCode()).isEqualTo(404);
        assertError(none, "model", "model_not_found");
    }

    private void assertError(HttpResponse<String> response, String param, String code) {
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode error = json.readTree(response.body()).path("error");
        assertThat(error.propertyNames()).containsExactlyInAnyOrder("message", "type", "param", "code");
        assertThat(error.path("param").isNull() ? "null" : error.path("param").asString())
                .isEqualTo(param);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("message").asString()).isNotBlank();
    }

    private JsonNode ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    private List<JsonNode> events(String body) {
        List<JsonNode> events = new ArrayList<>();
        for (String block : body.split("\n\n")) {
            if (block.startsWith(":")) {
                continue;
            }
            String[] lines = block.split("\n");
            assertThat(lines).hasSize(2);
            JsonNode data = json.readTree(lines[1].substring("data: ".length()));
            assertThat(lines[0]).isEqualTo("event: " + data.path("type").asString());
            events.add(data);
        }
        return events;
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> form(List<String> fields, List<byte[]> parts) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String field : fields) {
            String[] pair = field.split("=", 2);
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + pair[0] + "\"\r\n\r\n"
                            + pair[1] + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(EDITS)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] part(String name, byte[] picture) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"; filename=\"p.png\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(picture);
        part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + secret);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String dataUrl(String format, byte[] picture) {
        return "data:image/" + format + ";base64," + Base64.getEncoder().encodeToString(picture);
    }

    /** A PNG of one kilobyte whose header claims any size. */
    private static byte[] claiming(int width, int height) {
        byte[] png = Arrays.copyOf(Pictures.png(40, 30), 1024);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }
}
