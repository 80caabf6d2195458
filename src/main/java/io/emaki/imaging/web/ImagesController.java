package io.emaki.imaging.web;

import io.emaki.imaging.Picture;
import io.emaki.imaging.PictureRequest;
import io.emaki.imaging.RenderListener;
import io.emaki.imaging.RenderQueue;
import io.emaki.imaging.RenderTicket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The routes {@code /api/v1/images/*}. Method, content type and body are judged here and not by Spring's mappings, since
 * every refusal has to have OpenAI's shape.
 */
@RestController
class ImagesController {

    private static final Logger LOG = LoggerFactory.getLogger(ImagesController.class);
    private static final String GENERATION_PICTURES = "reference_images";
    private static final String EDIT_PICTURES = "images";

    private final RenderQueue queue;
    private final References references;
    private final ModelNames models;
    private final Answers answers;
    private final JsonMapper json;
    private final WebLimits limits;

    ImagesController(
            RenderQueue queue,
            References references,
            ModelNames models,
            Answers answers,
            JsonMapper json,
            WebLimits limits) {
        this.queue = queue;
        this.references = references;
        this.models = models;
        this.answers = answers;
        this.json = json;
        this.limits = limits;
    }

    @RequestMapping("/api/v1/images/generations")
    void generations(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, () -> {
            RequestBody body = body(request, response, false);
            ImageForm form = ImageForm.of(body.fields(), Set.of(GENERATION_PICTURES));
            make(form, references.of(body, GENERATION_PICTURES, 0), body.fields(), "image_generation", response);
        });
    }

    @RequestMapping("/api/v1/images/edits")
    void edits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, () -> {
            RequestBody body = body(request, response, true);
            ImageForm form = ImageForm.of(body.fields(), Set.of(EDIT_PICTURES, "mask", "input_fidelity"));
            make(form, references.of(body, EDIT_PICTURES, 1), body.fields(), "image_edit", response);
        });
    }

    @RequestMapping("/api/v1/images/**")
    void other(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, () -> {
            throw ApiError.request(
                    404,
                    "There is no route " + request.getMethod() + " " + request.getRequestURI() + ".",
                    "unknown_url");
        });
    }

    private RequestBody body(HttpServletRequest request, HttpServletResponse response, boolean forms)
            throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            throw ApiError.request(405, "Only POST is allowed, not " + request.getMethod() + ".", "method_not_allowed");
        }
        return RequestBody.read(request, limits.maxJsonBody().toBytes(), forms);
    }

    private void make(
            ImageForm form, List<byte[]> pictures, Fields fields, String eventPrefix, HttpServletResponse response)
            throws IOException {
        models.requireKnown(fields.text("model"));
        List<PictureRequest> requests = form.requests(pictures, queue::info);
        if (form.stream()) {
            new ImageStream(answers, json, form, eventPrefix).run(queue, requests.getFirst(), response);
            return;
        }
        List<RenderTicket> tickets = queue.submitAll(requests, any -> RenderListener.silent());
        List<Picture> made = new ArrayList<>();
        try {
            for (RenderTicket ticket : tickets) {
                made.add(ticket.await());
            }
        } finally {
            // After a failure the others would only be made to be thrown away.
            tickets.forEach(RenderTicket::cancel);
        }
        Json.write(json, response, 200, answers.whole(form, made));
    }

    private interface Work {
        void run() throws IOException;
    }

    private void answer(HttpServletResponse response, Work work) throws IOException {
        try {
            work.run();
        } catch (RuntimeException e) {
            ApiError error = ApiError.of(e);
            if (error.status() == 500) {
                LOG.error("A picture request failed.", e);
            }
            Json.write(json, response, error);
        }
    }
}
