package io.emaki.apidocs;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Adds what the controllers do not show: who needs a token, how refusals look, keys for repetition, pictures. */
@Component
class Finish implements OpenApiCustomizer {

    private static final String API = "/api/v1/";
    private static final String FRAGMENT = "openai.json";

    @Override
    public void customise(OpenAPI document) {
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    name(operation, method, path);
                    if (path.startsWith(API)) {
                        operation.addSecurityItem(new SecurityRequirement().addList(ApiDocsConfiguration.BEARER));
                        operation.getResponses().addApiResponse("default", refusal());
                        if (method == HttpMethod.POST) {
                            operation.addParametersItem(idempotencyKey());
                            created(operation, path);
                        }
                    }
                }));
        Operation upload = path(document, "/api/v1/personas/{id}/picture").getPut();
        upload.setRequestBody(new RequestBody().required(true).content(pictures()));
        Operation media = path(document, "/media/{sha256}.{extension}").getGet();
        media.getResponses()
                .addApiResponse(
                        "200", new ApiResponse().description("The picture").content(pictures()));
        OpenAPI fragment = fragment();
        fragment.getPaths().forEach(document.getPaths()::addPathItem);
        fragment.getComponents().getSchemas().forEach(document.getComponents()::addSchemas);
    }

    /** {@code get} and {@code /api/v1/personas/{id}} make {@code getPersonasId} of the tag {@code personas}. */
    private static void name(Operation operation, HttpMethod method, String path) {
        StringBuilder id = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
        String local = path.startsWith(API) ? path.substring(API.length()) : path.substring(1);
        for (String word : local.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        operation.setOperationId(id.toString());
        operation.setTags(List.of(local.split("/")[0]));
    }

    private static PathItem path(OpenAPI document, String name) {
        return Objects.requireNonNull(document.getPaths().get(name), name);
    }

    /** A POST to a collection makes one of its things. */
    private static void created(Operation operation, String path) {
        ApiResponse made = operation.getResponses().get("200");
        if (made != null && !path.contains("{")) {
            operation.getResponses().remove("200");
            operation.getResponses().addApiResponse("201", made.description("Created"));
        }
    }

    private static Content pictures() {
        Schema<byte[]> bytes = new Schema<>();
        bytes.addType("string");
        bytes.setFormat("binary");
        MediaType picture = new MediaType().schema(bytes);
        return new Content().addMediaType("image/png", picture).addMediaType("image/jpeg", picture);
    }

    private static ApiResponse refusal() {
        return new ApiResponse()
                .description("A refusal or a failure")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    private static Parameter idempotencyKey() {
        Schema<String> text = new Schema<>();
        text.addType("string");
        text.setMinLength(1);
        text.setMaxLength(255);
        return new Parameter()
                .in("header")
                .name("Idempotency-Key")
                .description("The same key with the same body gets the first answer again for 24 hours.")
                .schema(text);
    }

    private static OpenAPI fragment() {
        try (InputStream in = Finish.class.getResourceAsStream(FRAGMENT)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks io/emaki/apidocs/" + FRAGMENT);
            }
            return Json31.mapper().readValue(in, OpenAPI.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
