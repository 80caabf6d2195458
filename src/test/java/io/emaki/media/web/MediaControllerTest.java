package io.emaki.media.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.media.MediaStore;
import io.emaki.media.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest
@ContextConfiguration(classes = MediaControllerTest.Application.class)
class MediaControllerTest {

    @TempDir
    private static Path folder;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MediaStore store;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry registry) {
        registry.add("emaki.data-dir", folder::toString);
    }

    @Test
    void handsOutAPictureForeverWithItsHashAsTag() {
        byte[] picture = Pictures.png(9, 9);
        String sha256 = store.put(picture);

        assertThat(mvc.get().uri("/media/" + sha256 + ".png"))
                .hasStatusOk()
                .hasContentType(MediaType.IMAGE_PNG)
                .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable")
                .hasHeader(HttpHeaders.ETAG, "\"" + sha256 + "\"")
                .body()
                .isEqualTo(picture);
    }

    @Test
    void aClientThatHasThePictureIsNotSentItAgain() {
        String sha256 = store.put(Pictures.jpeg(9, 9));

        assertThat(mvc.get().uri("/media/" + sha256 + ".jpg").header(HttpHeaders.IF_NONE_MATCH, "\"" + sha256 + "\""))
                .hasStatus(HttpStatus.NOT_MODIFIED)
                .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable")
                .body()
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000.png",
                "short.png",
                "..%2f..%2fetc%2fpasswd.png",
                "0000000000000000000000000000000000000000000000000000000000000000.gif"
            })
    void whatIsNotThereIsNotFound(String name) {
        assertThat(mvc.get().uri("/media/" + name)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theEndingHasToFitTheFormat() {
        String sha256 = store.put(Pictures.png(5, 5));

        assertThat(mvc.get().uri("/media/" + sha256 + ".jpg")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aDamagedPictureIsSaidToBeDamaged() throws IOException {
        String sha256 = store.put(Pictures.png(7, 7));
        Files.write(
                folder.resolve("pictures")
                        .resolve(sha256.substring(0, 2))
                        .resolve(sha256.substring(2, 4))
                        .resolve(sha256),
                new byte[] {0});

        assertThat(mvc.get().uri("/media/" + sha256 + ".png"))
                .hasStatus(HttpStatus.INTERNAL_SERVER_ERROR)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains(sha256)
                .contains("damaged");
    }

    @Configuration
    @ComponentScan(
            basePackages = "io.emaki.media",
            excludeFilters = {})
    static class Application {}
}
