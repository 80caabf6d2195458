package io.emaki.intent.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.emaki.intent.Detection;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChangeDetector;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a language model once for each turn, with a strict JSON schema. The model can only fill {@code VisualChange}: what
 * is not legal, or has evidence that the turn does not contain, is dropped and counted. When the call fails in the end,
 * the fallback answers and the detection says so.
 */
public final class LlmDetector implements VisualChangeDetector {

    private static final Logger LOG = LoggerFactory.getLogger(LlmDetector.class);
    private static final int LONGEST_REASON = 120;

    private final LlmSettings settings;
    private final PromptFiles prompts;
    private final VisualChangeDetector fallback;
    private final ChatModel model;
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    /** @param promptsFolder holds {@code detector/system.md} and {@code detector/turn.md} */
    public LlmDetector(LlmSettings settings, Path promptsFolder, VisualChangeDetector fallback) {
        this.settings = settings;
        this.prompts = PromptFiles.read(promptsFolder);
        this.fallback = fallback;
        this.model = OpenAiChatModel.builder()
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey().isEmpty() ? "none" : settings.apiKey())
                .modelName(settings.model())
                .timeout(settings.timeout())
                .maxRetries(settings.retries())
                .temperature(0.0)
                .strictJsonSchema(true)
                .build();
    }

    @Override
    public Detection detect(TurnText turn) {
        try {
            AnswerReader.Answer answer = AnswerReader.read(ask(turn), turn.text());
            dropped.addAndGet(answer.dropped());
            return new Detection("llm:" + settings.model(), answer.changes());
        } catch (RuntimeException e) {
            // the library lets connection errors through as plain runtime exceptions
            failures.incrementAndGet();
            LOG.warn("the language model did not answer usably, the embedded detector takes this turn: {}", reason(e));
            return new Detection(
                    "embedded (llm failed: " + reason(e) + ")",
                    fallback.detect(turn).changes());
        }
    }

    private String ask(TurnText turn) {
        ChatRequest request = ChatRequest.builder()
                .messages(SystemMessage.from(prompts.system()), UserMessage.from(prompts.fill(turn)))
                .responseFormat(ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(schema())
                        .build())
                .build();
        String text = model.chat(request).aiMessage().text();
        if (text == null || text.isBlank()) {
            throw new UnreadableAnswerException("the answer is empty");
        }
        return text;
    }

    /** Flat, every field required: the subset of JSON Schema that all compatible servers take. */
    private static JsonSchema schema() {
        JsonObjectSchema change = JsonObjectSchema.builder()
                .addProperty(
                        "axis",
                        JsonEnumSchema.builder()
                                .enumValues("outfit", "scene", "pose", "companion")
                                .build())
                .addProperty(
                        "op",
                        JsonEnumSchema.builder()
                                .enumValues("set", "add", "remove")
                                .build())
                .addProperty("description", JsonStringSchema.builder().build())
                .addProperty("evidence", JsonStringSchema.builder().build())
                .addProperty("confidence", JsonNumberSchema.builder().build())
                .required("axis", "op", "description", "evidence", "confidence")
                .additionalProperties(false)
                .build();
        return JsonSchema.builder()
                .name("visual_changes")
                .rootElement(JsonObjectSchema.builder()
                        .addProperty(
                                "changes",
                                JsonArraySchema.builder().items(change).build())
                        .required("changes")
                        .additionalProperties(false)
                        .build())
                .build();
    }

    private static String reason(RuntimeException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        String line = message.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
    }

    /** Entries of answers that were not legal, since the start. */
    public long dropped() {
        return dropped.get();
    }

    /** Turns that the fallback answered, since the start. */
    public long failures() {
        return failures.get();
    }
}
