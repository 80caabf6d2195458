package io.emaki.intent.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import io.emaki.intent.Detection;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChangeDetector;
import io.emaki.intent.llm.CallFailedException.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Asks a language model once for each turn, with a strict JSON schema. The model can only fill {@code VisualChange}: what
 * is not legal, or has evidence that the turn does not contain, is dropped and counted. When the call fails in the end,
 * the fallback answers and the detection says so.
 */
public final class LlmDetector implements VisualChangeDetector {

    private static final Logger LOG = LoggerFactory.getLogger(LlmDetector.class);

    private final LlmSettings settings;
    private final PromptFiles prompts;
    private final VisualChangeDetector fallback;
    private final DetectorMeters meters;
    private final PatientCaller caller;
    private final ChatModel model;

    /** @param promptsFolder holds {@code detector/system.md} and {@code detector/turn.md} */
    public LlmDetector(
            LlmSettings settings,
            Path promptsFolder,
            VisualChangeDetector fallback,
            Clock clock,
            MeterRegistry registry) {
        this(settings, promptsFolder, fallback, Timing.of(clock), registry);
    }

    LlmDetector(
            LlmSettings settings,
            Path promptsFolder,
            VisualChangeDetector fallback,
            Timing timing,
            MeterRegistry registry) {
        this.settings = settings;
        this.prompts = PromptFiles.read(promptsFolder);
        this.fallback = fallback;
        this.meters = new DetectorMeters(registry);
        this.caller = new PatientCaller(settings, timing, meters);
        this.model = OpenAiChatModel.builder()
                .httpClientBuilder(LimitedHttpClient.builder(settings.timeout(), timing.clock()))
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey().isEmpty() ? "none" : settings.apiKey())
                .modelName(settings.model())
                // The caller tries again, since the library knows nothing of deadlines.
                .maxRetries(0)
                .temperature(0.0)
                .strictJsonSchema(true)
                .build();
    }

    @Override
    public Detection detect(TurnText turn) {
        try {
            AnswerReader.Answer answer = AnswerReader.read(ask(turn), turn);
            answer.dropped().forEach(meters::dropped);
            return new Detection("llm:" + settings.model(), answer.changes());
        } catch (CallFailedException failed) {
            meters.fellBack(failed.kind());
            // While the model rests, every turn would say so.
            LOG.atLevel(failed.kind() == Kind.RESTING ? Level.DEBUG : Level.WARN)
                    .log(
                            "the language model did not answer usably, the embedded detector takes this turn: {}",
                            failed.getMessage());
            return new Detection(
                    "embedded (llm failed: " + failed.getMessage() + ")",
                    fallback.detect(turn).changes());
        }
    }

    private String ask(TurnText turn) {
        ChatRequest request = ChatRequest.builder()
                .messages(SystemMessage.from(prompts.system()), UserMessage.from(prompts.fill(turn)))
                .responseFormat(AnswerSchema.format())
                .build();
        ChatResponse response = caller.call(limit -> chat(request, limit));
        meters.used(response.tokenUsage());
        String text = response.aiMessage().text();
        if (response.finishReason() == FinishReason.CONTENT_FILTER) {
            throw new CallFailedException(Kind.REJECTED, "the model refused");
        }
        if (text == null || text.isBlank()) {
            throw new CallFailedException(Kind.UNREADABLE, "the answer is empty");
        }
        return text;
    }

    private ChatResponse chat(ChatRequest request, Duration limit) {
        return ScopedValue.where(LimitedHttpClient.LIMIT, limit).call(() -> model.chat(request));
    }
}
