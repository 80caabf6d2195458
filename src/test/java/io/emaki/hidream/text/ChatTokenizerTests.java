package io.emaki.hidream.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A tokenizer learned here; the official vocabulary has tests of its own. */
class ChatTokenizerTests {

    @TempDir
    private Path folder;

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
