package io.emaki.imaging.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The model list that OpenAI's clients ask for before they draw. */
@RestController
class ModelsController {

    private final ModelNames names;
    private final JsonMapper json;
    /** OpenAI's field says when a model was made available. */
    private final long availableSince;

    ModelsController(ModelNames names, JsonMapper json, Clock clock) {
        this.names = names;
        this.json = json;
        this.availableSince = clock.instant().getEpochSecond();
    }

    @RequestMapping("/api/v1/models")
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isGet(request, response)) {
            return;
        }
        List<Map<String, Object>> models = names.all().stream().map(this::model).toList();
        Json.write(json, response, 200, Map.of("object", "list", "data", models));
    }

    @RequestMapping("/api/v1/models/{name}")
    void one(@PathVariable String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isGet(request, response)) {
            return;
        }
        if (names.all().contains(name)) {
            Json.write(json, response, 200, model(name));
        } else {
            Json.write(json, response, ApiError.unknownModel(name, names.all()));
        }
    }

    private boolean isGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean get = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!get) {
            response.setHeader("Allow", "GET");
            Json.write(
                    json,
                    response,
                    ApiError.request(
                            405, "Only GET is allowed, not " + request.getMethod() + ".", "method_not_allowed"));
        }
        return get;
    }

    private Map<String, Object> model(String name) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("id", name);
        model.put("object", "model");
        model.put("created", availableSince);
        model.put("owned_by", "emaki");
        return model;
    }
}
