package io.emaki.hidream.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.hidream.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The public Qwen3 vocabulary with the model's five extra tokens, and a tokenizer learned here. */
class ChatTokenizerTests {

    private static final List<String> EXTRA =
            List.of("<|boi_token|>", "<|bor_token|>", "<|eor_token|>", "<|bot_token|>", "<|tms_token|>");

    @TempDir
    private Path folder;

    private ChatTokenizer qwen3() throws IOException {
        JsonNode root;
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(Golden.folder().resolve("qwen3-tokenizer.json.gz")))) {
            root = JsonMapper.shared().readTree(in);
        }
        ArrayNode added = (ArrayNode) root.path("added_tokens");
        for (String token : EXTRA) {
            int id = added.get(added.size() - 1).path("id").asInt() + 1;
            added.addObject()
                    .put("id", id)
                    .put("content", token)
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", true);
        }
        Path file = folder.resolve("tokenizer.json");
        JsonMapper.shared().writeValue(file, root);
        return ChatTokenizer.open(file);
    }

    @Test
    void encodesAsTheOfficialVocabulary() throws IOException {
        JsonNode cases =
                JsonMapper.shared().readTree(Files.readAllBytes(Golden.folder().resolve("qwen3-tokenization.json")));
        try (ChatTokenizer tokenizer = qwen3()) {
            assertThat(tokenizer.id("<|tms_token|>")).isEqualTo(151673);
            assertThat(cases).isNotEmpty();
            for (JsonNode example : cases) {
                long[] expected = example.path("ids")
                        .valueStream()
                        .mapToLong(JsonNode::asLong)
                        .toArray();
                assertThat(tokenizer.encode(example.path("prompt").asString(), List.of()))
                        .as(example.path("prompt").asString())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void learnsMergesThatTheLoaderReads() throws IOException {
        List<String> corpus = List.of("a red kimono", "a red dress", "the red kimono", "赤い着物", "赤い着物");
        TokenizerFile.Learned learned = TokenizerFile.learn(corpus, 300);
        Path file = folder.resolve("learned.json");
        JsonMapper.shared().writeValue(file, learned.content());
        Path bytes = folder.resolve("bytes.json");
        JsonMapper.shared().writeValue(bytes, TokenizerFile.ofBytes().content());

        try (ChatTokenizer short_ = ChatTokenizer.open(file);
                ChatTokenizer long_ = ChatTokenizer.open(bytes)) {
            assertThat(short_.encode("a red kimono 赤い着物", List.of()).length)
                    .isLessThan(long_.encode("a red kimono 赤い着物", List.of()).length);
            assertThat(long_.id("<|tms_token|>")).isEqualTo(256 + TokenizerFile.SPECIAL.size() - 1);
        }
    }
}
