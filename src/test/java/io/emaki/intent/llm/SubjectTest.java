package io.emaki.intent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.intent.PersonaView;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {

    @ParameterizedTest
    @CsvSource({
        "persona, Mara, true",
        "Persona, Mara, true",
        "other, Mara, false",
        "other, The Other, false",
        "Ottoline, Lady Ottoline, true",
        "LADY OTTOLINE, Lady Ottoline, true",
        "Otto, Lady Ottoline, false",
        "Mara's brother, Mara, false",
        "グンナ, ドワーフのグンナ, true",
        "弟, ドワーフの弟子, false",
        "阿青, 阿青, true",
        "青, 青, true",
        "'', Mara, false",
        "user, Mara, false",
    })
    void takesTheWordOrTheName(String subject, String name, boolean persona) {
        assertThat(Subject.isPersona(subject, new PersonaView(name, "", "", "", List.of())))
                .isEqualTo(persona);
    }
}
