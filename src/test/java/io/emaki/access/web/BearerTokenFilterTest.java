package io.emaki.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.access.AccessConfiguration;
import io.emaki.access.Caller;
import io.emaki.access.IssuedToken;
import io.emaki.access.Tokens;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@WebMvcTest(properties = "spring.datasource.url=jdbc:h2:mem:filter")
@ContextConfiguration(classes = BearerTokenFilterTest.Application.class)
class BearerTokenFilterTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Tokens tokens;

    @Test
    void aValidTokenPassesAndTheControllerLearnsWhoseItIs() {
        IssuedToken token = tokens.create("chat", "tavern");

        assertThat(mvc.get().uri("/api/v1/whoami").header(HttpHeaders.AUTHORIZATION, "Bearer " + token.secret()))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("chat " + token.workspaceId());
        assertThat(mvc.get().uri("/api/v1/whoami").header(HttpHeaders.AUTHORIZATION, "bearer  " + token.secret()))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/metrics", "/actuator/metrics/", "/actuator/metrics/emaki.llm.tokens"})
    void metersNeedAToken(String path) {
        assertThat(mvc.get().uri(path)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer kotonia_0000000000000000000000000000000000000000000",
                "Bearer ",
                "Basic YTpi",
                "kotonia_0000000000000000000000000000000000000000000"
            })
    void otherHeadersAreAnsweredWithAProblem(String header) {
        assertThat(mvc.get().uri("/api/v1/whoami").header(HttpHeaders.AUTHORIZATION, header))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader(
                        HttpHeaders.WWW_AUTHENTICATE,
                        header.startsWith("Bearer")
                                ? "Bearer realm=\"emaki\", error=\"invalid_token\""
                                : "Bearer realm=\"emaki\"")
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("Authorization");
    }

    @Test
    void noHeaderAtAllIsAnsweredWithAProblem() {
        assertThat(mvc.get().uri("/api/v1/whoami"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("Authorization: Bearer kotonia_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/images/generations", "/api/v1/images/edits", "/api/v1/models"})
    void openAiClientsGetOpenAisShape(String route) {
        assertThat(mvc.post()
                        .uri(route)
                        .header(
                                HttpHeaders.AUTHORIZATION,
                                "Bearer kotonia_0000000000000000000000000000000000000000000"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasContentType(MediaType.APPLICATION_JSON)
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"error": {"message": "The token is unknown or revoked.", "type": "invalid_request_error",
                         "param": null, "code": "invalid_api_key"}}""");
    }

    @Test
    void whatIsOutsideTheApiNeedsNoToken() {
        assertThat(mvc.get().uri("/open")).hasStatusOk();
    }

    @Configuration
    @Import({AccessConfiguration.class, AccessWebConfiguration.class, Refusal.class, WhoAmI.class})
    static class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @RestController
    static class WhoAmI {

        @GetMapping("/api/v1/whoami")
        String whoAmI(Caller caller) {
            return caller.tokenName() + " " + caller.workspaceId();
        }

        @GetMapping("/open")
        String open() {
            return "open";
        }
    }
}
