package io.emaki.hidream.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.hidream.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFolderTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void pictures() throws IOException {
        Files.createDirectory(folder.resolve("more"));
        Files.createFile(folder.resolve("a.png"));
        Files.createFile(folder.resolve("more/b.jpg"));
    }

    @Test
    void readsMetadata() throws IOException {
        Files.writeString(folder.resolve("metadata.jsonl"), """
                {"file_name": "a.png", "text": "a cat", "width": 7}

                {"file_name": "more/b.jpg", "text": "make it\\nnight 夜", "reference": "a.png"}
                {"file_name": "a.png", "text": "the same cat", "reference": null}
                """);

        List<Example> examples = ImageFolder.read(folder);

        assertThat(examples).extracting(Example::text).containsExactly("a cat", "make it\nnight 夜", "the same cat");
        assertThat(examples).extracting(Example::isEdit).containsExactly(false, true, false);
        assertThat(examples.get(1).picture()).isEqualTo(folder.resolve("more/b.jpg"));
        assertThat(examples.get(1).reference()).isEqualTo(folder.resolve("a.png"));
        assertThat(examples.get(1).where()).endsWith("metadata.jsonl line 3");
    }

    @Test
    void readsCaptionsBesidePictures() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "a cat\n");
        Files.writeString(folder.resolve("more/b.txt"), "\uFEFFa dog");

        List<Example> examples = ImageFolder.read(folder);

        assertThat(examples).extracting(Example::text).containsExactly("a cat", "a dog");
        assertThat(examples).noneMatch(Example::isEdit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"file_name\": \"a.png\" | line 2 is not valid JSON",
                "[1] | line 2 must be a JSON object",
                "{\"text\": \"a cat\"} | line 2: file_name must be",
                "{\"file_name\": \"a.png\"} | line 2: text must be",
                "{\"file_name\": \"a.png\", \"text\": \"  \"} | line 2: text must be",
                "{\"file_name\": \"a.png\", \"text\": 7} | line 2: text must be",
                "{\"file_name\": \"c.png\", \"text\": \"c\"} | line 2: file_name 'c.png' is not in the folder",
                "{\"file_name\": \"../a.png\", \"text\": \"c\"} | line 2: file_name '../a.png' leads out of the folder",
                "{\"file_name\": \"a.png\", \"text\": \"c\", \"reference\": \"d.png\"} | line 2: reference 'd.png'",
                "{\"file_name\": \"a.png\", \"text\": \"c\", \"reference\": 4} | line 2: reference must be"
            })
    void namesFileLineAndField(String line, String told) throws IOException {
        Path metadata = folder.resolve("metadata.jsonl");
        Files.writeString(metadata, "{\"file_name\": \"a.png\", \"text\": \"a cat\"}\n" + line + "\n");

        refused(metadata + " " + told);
    }

    @Test
    void namesThePictureWithoutACaption() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "a cat");
        refused("b.jpg has no caption");

        Files.createFile(folder.resolve("more/b.txt"));
        refused("b.txt is empty");

        Files.write(folder.resolve("more/b.txt"), new byte[] {(byte) 0xff, (byte) 0xfe});
        refused("b.txt is not UTF-8");
    }

    @Test
    void refusesAnEmptyFolderAndNone() throws IOException {
        Files.delete(folder.resolve("a.png"));
        Files.delete(folder.resolve("more/b.jpg"));
        refused("holds no pictures");

        assertThatThrownBy(() -> ImageFolder.read(folder.resolve("absent")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("there is no folder");
    }

    private void refused(String told) {
        assertThatThrownBy(() -> ImageFolder.read(folder))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.field()).isEqualTo("data"))
                .hasMessageContaining(told);
    }
}
