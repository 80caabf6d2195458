package io.emaki.hidream.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.emaki.hidream.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checkpoint's own tokenizer and the Qwen3-VL chat template for one user message. Ids of special tokens come from
 * {@code tokenizer.json}, never from constants.
 */
public final class ChatTokenizer implements AutoCloseable {

    private static final List<String> NEEDED = List.of(
            "<|im_start|>",
            "<|im_end|>",
            "<|vision_start|>",
            "<|vision_end|>",
            "<|image_pad|>",
            "<|boi_token|>",
            "<|tms_token|>");

    private final HuggingFaceTokenizer tokenizer;
    private final Map<String, Integer> special;

    private ChatTokenizer(HuggingFaceTokenizer tokenizer, Map<String, Integer> special) {
        this.tokenizer = tokenizer;
        this.special = special;
    }

    /** @throws CheckpointException when the file is missing, malformed, or lacks one of the special tokens */
    public static ChatTokenizer open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CheckpointException(file, "not found; a checkpoint needs its tokenizer.json");
        }
        Map<String, Integer> special = specialTokens(file);
        for (String token : NEEDED) {
            if (!special.containsKey(token)) {
                throw new CheckpointException(file, "lacks the special token " + token);
            }
        }
        try {
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(file)
                    .optAddSpecialTokens(false)
                    .optTruncation(false)
                    .optPadding(false)
                    .build();
            return new ChatTokenizer(tokenizer, special);
        } catch (IOException | RuntimeException e) {
            throw new CheckpointException(file, "is no tokenizer that can be loaded: " + e.getMessage(), e);
        }
    }

    private static Map<String, Integer> specialTokens(Path file) {
        try {
            JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
            Map<String, Integer> tokens = new TreeMap<>();
            for (JsonNode token : root.path("added_tokens")) {
                tokens.put(token.path("content").asString(""), token.path("id").asInt(-1));
            }
            return tokens;
        } catch (IOException | JacksonException e) {
            throw new CheckpointException(file, "cannot be read as JSON", e);
        }
    }

    /** Id of a special token that every checkpoint has. */
    public int id(String token) {
        Integer id = special.get(token);
        if (id == null) {
            throw new IllegalArgumentException("no special token " + token);
        }
        return id;
    }

    /**
     * Ids of the whole AR part and the time token: chat template with one image block per reference, assistant header,
     * {@code <|boi_token|><|tms_token|>}.
     *
     * @param imageTokens merged vision tokens of each reference, in order
     */
    public long[] encode(String prompt, List<Integer> imageTokens) {
        StringBuilder text = new StringBuilder("<|im_start|>user\n");
        for (int count : imageTokens) {
            text.append("<|vision_start|>").repeat("<|image_pad|>", count).append("<|vision_end|>");
        }
        text.append(withoutSpecialTokens(prompt))
                .append("<|im_end|>\n<|im_start|>assistant\n<|boi_token|><|tms_token|>");
        return tokenizer.encode(text.toString(), false, false).getIds();
    }

    /**
     * A prompt is data: a control token spelled out in it would end the user's turn or add an image block, so its angle
     * brackets are spaced out.
     */
    private String withoutSpecialTokens(String prompt) {
        if (!prompt.contains("<")) {
            return prompt;
        }
        String clean = prompt;
        for (String token : special.keySet()) {
            if (clean.contains(token)) {
                clean = clean.replace(token, "< " + token.substring(1));
            }
        }
        return clean;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
