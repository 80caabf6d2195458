package io.emaki.intent.llm;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;

/** The only form in which a model may answer: flat, every field required, the subset of JSON Schema that all compatible servers take. */
final class AnswerSchema {

    private AnswerSchema() {}

    static ResponseFormat format() {
        JsonObjectSchema change = JsonObjectSchema.builder()
                .addProperty("axis", words("outfit", "scene", "pose", "companion"))
                .addProperty("op", words("set", "add", "remove"))
                .addProperty("subject", words(Subject.PERSONA, Subject.OTHER))
                .addProperty("description", JsonStringSchema.builder().build())
                .addProperty("evidence", JsonStringSchema.builder().build())
                .addProperty("confidence", JsonNumberSchema.builder().build())
                .required("axis", "op", "subject", "description", "evidence", "confidence")
                .additionalProperties(false)
                .build();
        JsonObjectSchema answer = JsonObjectSchema.builder()
                .addProperty("changes", JsonArraySchema.builder().items(change).build())
                .required("changes")
                .additionalProperties(false)
                .build();
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name("visual_changes")
                        .rootElement(answer)
                        .build())
                .build();
    }

    private static JsonEnumSchema words(String... words) {
        return JsonEnumSchema.builder().enumValues(words).build();
    }
}
