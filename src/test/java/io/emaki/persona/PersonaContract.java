package io.emaki.persona;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.testing.ServiceContract;
import io.emaki.testing.TestPictures;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the persona routes promise on every database. */
abstract class PersonaContract extends ServiceContract {

    @Test
    void isKeptAsItWasMade() {
        JsonNode made = ok(post("/api/v1/personas", """
                {"name": "凛", "description": "An adult ranger.", "lora_stack": "c1-aesthetic",
                 "appearance": {"outfit": ["a white shirt", "a skirt"], "scene": "🏔 a summit", "pose": "sitting",
                                "companions": ["a grey cat"]}}
                """));
        JsonNode read = persona(made.path("id").asString());

        assertThat(read).isEqualTo(made);
        assertThat(read.path("appearance").path("outfit").asString()).isEqualTo("a white shirt, a skirt");
        assertThat(read.path("appearance").path("garments")).hasSize(2);
        assertThat(read.path("appearance").path("scene").asString()).isEqualTo("🏔 a summit");
        assertThat(read.path("picture").isNull()).isTrue();
        assertThat(read.path("adult_attested").asBoolean()).isFalse();
        assertThat(read.path("mature_allowed").asBoolean()).isFalse();
        assertThat(ok(get("/api/v1/personas")).path("data")).hasSize(1);
    }

    @Test
    void takesAnUploadedPictureAsIdentityAndCurrentPicture() {
        String id = createPersona("Rin");
        byte[] png = TestPictures.png(96, 64, 0x336699);

        JsonNode persona = ok(putPicture(id, png));

        String sha = persona.path("picture").path("sha256").asString();
        assertThat(persona.path("picture").path("width").asInt()).isEqualTo(96);
        assertThat(persona.path("identity_sha256").asString()).isEqualTo(sha);
        assertThat(persona.path("shown_appearance")).isEqualTo(persona.path("appearance"));
        assertThat(get("/media/" + sha + ".png").getResponse().getContentAsByteArray())
                .isEqualTo(png);
    }

    @Test
    void turnsAJpegIntoAPng() {
        JsonNode persona = ok(putPicture(createPersona("Rin"), TestPictures.encode(64, 64, 0x112233, "jpeg")));

        assertThat(get("/media/" + persona.path("picture").path("sha256").asString() + ".png"))
                .hasStatusOk();
    }

    @Test
    void refusesWhatIsNoUsablePicture() {
        String id = createPersona("Rin");
        byte[] png = TestPictures.png(96, 64, 1);
        byte[] lying = png.clone();
        ByteBuffer.wrap(lying).putInt(16, 50_000).putInt(20, 50_000);

        assertThat(refusal(putPicture(id, "no picture".getBytes(StandardCharsets.UTF_8)), 400))
                .startsWith("picture must be the bytes");
        assertThat(refusal(putPicture(id, Arrays.copyOf(png, 60)), 400)).startsWith("picture cannot be decoded");
        assertThat(refusal(putPicture(id, lying), 400)).startsWith("picture must be 64 to 8192 pixels");
        assertThat(refusal(putPicture(id, TestPictures.png(32, 64, 1)), 400)).contains("not 32x64");
        assertThat(persona(id).path("picture").isNull()).isTrue();
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertThat(refusal(post("/api/v1/personas", "{}"), 400)).startsWith("name must be given");
        assertThat(refusal(post("/api/v1/personas", "{\"name\": \"  \"}"), 400)).startsWith("name ");
        assertThat(refusal(post("/api/v1/personas", "{\"name\": \"%s\"}".formatted("x".repeat(101))), 400))
                .isEqualTo("name must be at most 100 characters, not 101");
        assertThat(refusal(post("/api/v1/personas", "{\"name\": \"Rin\", "), 400))
                .startsWith("body must be a JSON");
        assertThat(refusal(post("/api/v1/personas", "[]"), 400)).startsWith("body must be a JSON object");
        assertThat(refusal(
                        post("/api/v1/personas", "{\"name\": \"Rin\", \"appearance\": {\"companions\": [{}]}}"), 400))
                .startsWith("appearance.companions[0] has a value of the wrong type");
        assertThat(refusal(post("/api/v1/personas", "{\"name\": \"R\\ud800\"}"), 400))
                .startsWith("name must not hold");
        assertThat(refusal(post("/api/v1/personas", "{\"name\": \"R\", \"lora_stack\": \"c9\"}"), 400))
                .startsWith("lora_stack must be one of c0-base");
        assertThat(ok(get("/api/v1/personas")).path("data")).isEmpty();
    }

    @Test
    void isUnknownToOtherWorkspaces() {
        String id = createPersona("Rin");
        changeWorkspace();

        assertThat(refusal(get("/api/v1/personas/" + id), 404)).isEqualTo("persona does not exist: " + id);
        assertThat(refusal(putPicture(id, TestPictures.png(64, 64, 1)), 404)).startsWith("persona does not exist");
        assertThat(refusal(get("/api/v1/personas/" + UUID.randomUUID() + "/revisions"), 404))
                .startsWith("persona ");
        assertThat(refusal(get("/api/v1/personas/rin"), 400)).isEqualTo("id must be a UUID, not 'rin'");
    }
}
