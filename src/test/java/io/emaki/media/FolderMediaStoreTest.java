package io.emaki.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderMediaStoreTest {

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatWasStoredUnderItsHash() {
        byte[] picture = Pictures.png(8, 6);
        FolderMediaStore store = new FolderMediaStore(folder);

        String sha256 = store.put(picture);

        assertThat(sha256).isEqualTo(Sha256.of(picture)).matches("[0-9a-f]{64}");
        assertThat(new FolderMediaStore(folder).find(sha256)).hasValue(picture);
    }

    @Test
    void storingAgainLeavesOneFileAndNothingUnfinished() throws IOException {
        FolderMediaStore store = new FolderMediaStore(folder);
        String sha256 = store.put(Pictures.png(8, 6));

        assertThat(store.put(Pictures.png(8, 6))).isEqualTo(sha256);
        assertThat(files()).extracting(file -> file.getFileName().toString()).containsExactly(sha256);
    }

    @Test
    void noticesDamageAndMendsItWhenStoredAgain() throws IOException {
        byte[] picture = Pictures.png(8, 6);
        FolderMediaStore store = new FolderMediaStore(folder);
        String sha256 = store.put(picture);
        Files.write(files().getFirst(), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> store.find(sha256))
                .isInstanceOf(DamagedPictureException.class)
                .hasMessageContaining(sha256);
        store.put(picture);
        assertThat(store.find(sha256)).hasValue(picture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "../../../../etc/passwd", "AB", "%2e%2e"})
    void findsNothingUnderATextThatIsNoHash(String text) {
        assertThat(new FolderMediaStore(folder).find(text)).isEmpty();
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        assertThatThrownBy(() -> new FolderMediaStore(folder).put(new byte[] {'G', 'I', 'F', '8', '9', 'a'}))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("PNG and JPEG");
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
