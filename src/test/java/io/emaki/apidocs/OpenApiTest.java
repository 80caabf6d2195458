package io.emaki.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.testing.Databases;
import io.emaki.testing.ServiceContract;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@ContextConfiguration(initializers = Databases.H2.class)
class OpenApiTest extends ServiceContract {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private JsonNode document() {
        return ok(http.get().uri("/openapi.json").exchange());
    }

    private Set<String> registeredRoutes() {
        Set<String> routes = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") || path.startsWith("/media/"))
                        .filter(path -> !path.endsWith("/**"))
                        .map(path -> path.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}", "{$1}"))
                        .forEach(path -> {
                            var methods = mapping.getMethodsCondition().getMethods();
                            if (methods.isEmpty()) {
                                routes.add((path.startsWith("/api/v1/images/") ? "post " : "get ") + path);
                            }
                            methods.forEach(method -> routes.add(method.name().toLowerCase(Locale.ROOT) + " " + path));
                        }));
        return routes;
    }

    @Test
    void describesExactlyTheRoutesThatThereAre() {
        Set<String> described = new TreeSet<>();
        document()
                .path("paths")
                .forEachEntry(
                        (path, item) -> item.propertyNames().forEach(method -> described.add(method + " " + path)));

        assertThat(described).isEqualTo(registeredRoutes()).hasSizeGreaterThan(15);
    }

    @Test
    void asksForATokenUnderTheApiOnly() {
        JsonNode document = document();

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        JsonNode scheme = document.path("components").path("securitySchemes").path("bearer");
        assertThat(scheme.path("type").asString()).isEqualTo("http");
        assertThat(scheme.path("scheme").asString()).isEqualTo("bearer");
        document.path("paths")
                .forEachEntry((path, item) -> item.forEach(operation -> assertThat(
                                operation.path("security").path(0).has("bearer"))
                        .as(path)
                        .isEqualTo(path.startsWith("/api/"))));
    }

    @Test
    void namesEveryOperationOnce() {
        List<String> ids = new ArrayList<>();
        document()
                .path("paths")
                .forEach(item -> item.forEach(
                        operation -> ids.add(operation.path("operationId").asString())));

        assertThat(ids).doesNotHaveDuplicates().contains("postPersonas", "getPersonasId", "postStoriesIdTurns");
    }

    @Test
    void everyReferenceLeadsToASchema() {
        JsonNode document = document();
        Set<String> named = new HashSet<>();
        document.findValues("$ref").forEach(reference -> named.add(reference.asString()));

        assertThat(named).contains("#/components/schemas/Problem");
        assertThat(named)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .isTrue());
    }

    @Test
    void propertiesAreNamedAsInTheAnswers() {
        JsonNode persona = persona(createPicturedPersona("Rin"));
        JsonNode schemas = document().path("components").path("schemas");

        assertThat(schemas.path("PersonaView").path("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(persona.propertyNames());
        schemas.forEach(schema -> assertThat(schema.path("properties").propertyNames())
                .allMatch(name -> name.matches("[a-z][a-z0-9_]*")));
    }

    @Test
    void answersAndPicturesAreDescribedAsTheyAre() {
        JsonNode paths = document().path("paths");
        JsonNode created = paths.path("/api/v1/personas").path("post").path("responses");

        assertThat(post("/api/v1/personas", "{\"name\": \"Rin\"}")).hasStatus(201);
        assertThat(created.propertyNames()).containsExactlyInAnyOrder("201", "default");
        assertThat(paths.path("/api/v1/personas/{id}/picture")
                        .path("put")
                        .path("requestBody")
                        .path("content")
                        .propertyNames())
                .contains("image/png");
    }

    @Test
    void theCallerIsNoParameter() {
        JsonNode get = document()
                .path("paths")
                .path("/api/v1/personas/{id}")
                .path("get")
                .path("parameters");

        assertThat(get).hasSize(1);
        assertThat(get.path(0).path("name").asString()).isEqualTo("id");
    }
}
