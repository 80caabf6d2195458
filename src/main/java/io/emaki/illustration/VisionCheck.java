package io.emaki.illustration;

import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.emaki.persona.Appearance;
import io.emaki.problem.Require;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a language model that can see. It may only answer three questions; what it writes goes into the reason of a job and
 * nowhere else. When it does not answer, the pixels alone decide.
 */
final class VisionCheck implements ResultCheck {

    private static final Logger log = LoggerFactory.getLogger(VisionCheck.class);
    private static final int LONGEST_REASON = 200;

    private static final ResponseFormat FORMAT = ResponseFormat.builder()
            .type(ResponseFormatType.JSON)
            .jsonSchema(JsonSchema.builder()
                    .name("edit_check")
                    .rootElement(JsonObjectSchema.builder()
                            .addProperty(
                                    "change_made", JsonBooleanSchema.builder().build())
                            .addProperty(
                                    "identity_kept", JsonBooleanSchema.builder().build())
                            .addProperty(
                                    "rest_unchanged",
                                    JsonBooleanSchema.builder().build())
                            .addProperty("reason", JsonStringSchema.builder().build())
                            .required("change_made", "identity_kept", "rest_unchanged", "reason")
                            .additionalProperties(false)
                            .build())
                    .build())
            .build();

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private record Answer(boolean changeMade, boolean identityKept, boolean restUnchanged, String reason) {}

    private final ChatModel model;
    private final String system;
    private final ResultCheck otherwise;

    VisionCheck(ChatModel model, String system, ResultCheck otherwise) {
        this.model = model;
        this.system = system;
        this.otherwise = otherwise;
    }

    @Override
    public Verdict check(Result result) {
        try {
            ChatRequest request = ChatRequest.builder()
                    .messages(SystemMessage.from(system), UserMessage.from(contents(result)))
                    .responseFormat(FORMAT)
                    .build();
            return verdict(JSON.readValue(model.chat(request).aiMessage().text(), Answer.class));
        } catch (JacksonException malformed) {
            log.warn("The answer of the vision model is not what was asked for: {}", malformed.getOriginalMessage());
        } catch (RuntimeException unreachable) {
            log.warn("The vision model did not answer", unreachable);
        }
        return otherwise.check(result);
    }

    private static List<Content> contents(Result result) {
        List<Content> contents = new ArrayList<>();
        contents.add(picture(result.before()));
        contents.add(picture(result.after()));
        byte[] identity = result.identity();
        if (identity != null) {
            contents.add(picture(identity));
        }
        contents.add(TextContent.from("<data>\nThe first picture shows: %s\nThe second picture is to show: %s\n</data>"
                .formatted(words(result.shown()), words(result.wanted()))));
        return contents;
    }

    private static ImageContent picture(byte[] png) {
        return ImageContent.from(Base64.getEncoder().encodeToString(png), "image/png");
    }

    private static String words(Appearance looks) {
        return "outfit: %s; scene: %s; pose: %s; companions: %s"
                .formatted(looks.outfitText(), looks.scene(), looks.pose(), String.join(", ", looks.companions()))
                .replace("<", "‹")
                .replace(">", "›");
    }

    private static Verdict verdict(Answer answer) {
        if (answer.changeMade() && answer.identityKept() && answer.restUnchanged()) {
            return Verdict.good();
        }
        String what = !answer.changeMade()
                ? "the change was not made"
                : !answer.identityKept() ? "it is not the same person" : "more than that changed";
        String reason = Require.cut(answer.reason().strip(), LONGEST_REASON);
        return Verdict.bad(reason.isEmpty() ? what : what + ": " + reason);
    }
}
