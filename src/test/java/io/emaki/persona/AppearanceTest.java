package io.emaki.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.problem.InvalidFieldException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppearanceTest {

    private static final Appearance RANGER =
            Appearance.of("a green hoodie, blue jeans", "a forest", "standing", List.of());

    @Test
    void changesOnlyWhatIsSaid() {
        Appearance after = RANGER.with(List.of(
                change(Facet.OUTFIT, Operation.ADD, "a red scarf"),
                change(Facet.SCENE, Operation.SET, "a tavern"),
                change(Facet.COMPANION, Operation.ADD, "a grey cat")));

        assertThat(after)
                .isEqualTo(new Appearance(
                        List.of("a green hoodie", "blue jeans", "a red scarf"),
                        "a tavern",
                        "standing",
                        List.of("a grey cat")));
    }

    @Test
    void settingTheOutfitReplacesAllOfIt() {
        Appearance after = RANGER.with(List.of(change(Facet.OUTFIT, Operation.SET, "plate armor")));

        assertThat(after.outfit()).containsExactly("plate armor");
    }

    @Test
    void looksTheSameInAnotherOrderAndWithOtherArticles() {
        Appearance other = Appearance.of("Blue jeans, the green hoodie", "forest", "Standing.", List.of());

        assertThat(other.looksLike(RANGER)).isTrue();
        assertThat(other.since(RANGER).isEmpty()).isTrue();
    }

    @Test
    void aChangeAndItsReversalLookTheSameAgain() {
        Appearance back = RANGER.with(List.of(
                change(Facet.COMPANION, Operation.ADD, "a grey cat"),
                change(Facet.OUTFIT, Operation.ADD, "a wool coat"),
                change(Facet.OUTFIT, Operation.REMOVE, "the coat"),
                change(Facet.COMPANION, Operation.REMOVE, "the cat")));

        assertThat(back.looksLike(RANGER)).isTrue();
    }

    @Test
    void tellsTheWayFromOneToTheOther() {
        Appearance wanted = Appearance.of("a green hoodie, a cape", "a forest", "sitting", List.of("a wolf"));

        assertThat(wanted.since(RANGER))
                .isEqualTo(new AppearanceDifference(
                        List.of("a cape"), List.of("blue jeans"), false, true, List.of("a wolf"), List.of()));
    }

    @Test
    void refusesOperationsThatMakeNoSense() {
        assertThatThrownBy(() -> change(Facet.SCENE, Operation.ADD, "a tavern"))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("op");
    }

    @Test
    void refusesMoreThanAPictureCanShow() {
        List<String> many = Collections.nCopies(25, "a ring");

        assertThatThrownBy(() -> new Appearance(many, "", "", List.of()))
                .hasMessage("appearance.outfit must hold at most 24 entries, not 25");
        assertThatThrownBy(() -> new Appearance(List.of(), "x".repeat(501), "", List.of()))
                .hasMessageStartingWith("appearance.scene must be at most 500 characters");
    }

    @Test
    void cutsALongDescriptionBetweenCharacters() {
        AppearanceChange long_ = change(Facet.SCENE, Operation.SET, "x".repeat(299) + "🏔🏔");

        assertThat(long_.description()).isEqualTo("x".repeat(299));
    }

    private static AppearanceChange change(Facet facet, Operation operation, String description) {
        return new AppearanceChange(facet, operation, description, "");
    }
}
