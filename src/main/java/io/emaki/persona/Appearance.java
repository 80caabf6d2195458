package io.emaki.persona;

import io.emaki.problem.InvalidFieldException;
import io.emaki.problem.Require;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * How a persona looks at one moment of a story.
 *
 * @param outfit garments and accessories worn, in the order in which they were put on; at most 24 of 1 to 300 characters
 * @param scene where the persona is, at most 500 characters; empty when unknown
 * @param pose what the body does, at most 500 characters; empty when unknown
 * @param companions who or what is with the persona; at most 24 of 1 to 300 characters
 */
public record Appearance(List<String> outfit, String scene, String pose, List<String> companions) {

    private static final int LONGEST_ENTRY = 300;
    private static final int LONGEST_TEXT = 500;

    public Appearance {
        outfit = entries("appearance.outfit", outfit);
        scene = Require.optionalText("appearance.scene", scene, LONGEST_TEXT);
        pose = Require.optionalText("appearance.pose", pose, LONGEST_TEXT);
        companions = entries("appearance.companions", companions);
    }

    /** Takes a text such as "a white shirt, a skirt and boots" apart into garments. */
    public static Appearance of(String outfit, String scene, String pose, List<String> companions) {
        return new Appearance(Ledger.parse(outfit), scene, pose, companions);
    }

    private static List<String> entries(String field, List<String> entries) {
        if (entries.size() > Ledger.MOST) {
            throw new InvalidFieldException(
                    field, "must hold at most %d entries, not %d".formatted(Ledger.MOST, entries.size()));
        }
        return entries.stream()
                .map(entry -> Require.text(field, entry, LONGEST_ENTRY))
                .toList();
    }

    /** The outfit as one text: "a white shirt, a skirt, boots". */
    public String outfitText() {
        return String.join(", ", outfit);
    }

    public Appearance with(List<AppearanceChange> changes) {
        Appearance result = this;
        for (AppearanceChange change : changes) {
            result = result.with(change);
        }
        return result;
    }

    private Appearance with(AppearanceChange change) {
        String what = change.description();
        return switch (change.facet()) {
            case SCENE -> new Appearance(outfit, what, pose, companions);
            case POSE -> new Appearance(outfit, scene, what, companions);
            case COMPANION -> new Appearance(outfit, scene, pose, changed(companions, change));
            case OUTFIT -> new Appearance(changed(outfit, change), scene, pose, companions);
        };
    }

    private static List<String> changed(List<String> entries, AppearanceChange change) {
        return switch (change.operation()) {
            case SET -> Ledger.with(List.of(), change.description());
            case ADD -> Ledger.with(entries, change.description());
            case REMOVE -> Ledger.without(entries, change.description());
        };
    }

    /**
     * SHA-256 in hex of what can be seen: equal for appearances that differ only in articles, case, punctuation or the order
     * of garments and companions.
     */
    public String key() {
        String seen = String.join(
                "\n",
                String.join("|", Ledger.keys(outfit)),
                Phrase.key(scene),
                Phrase.key(pose),
                String.join("|", Ledger.keys(companions)));
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(seen.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }

    public boolean looksLike(Appearance other) {
        return key().equals(other.key());
    }

    /** What has to be edited in a picture of {@code shown} so that it shows this appearance; all lists may be empty. */
    public AppearanceDifference since(Appearance shown) {
        return new AppearanceDifference(
                Ledger.missingFrom(shown.outfit, outfit),
                Ledger.missingFrom(outfit, shown.outfit),
                !Phrase.key(scene).equals(Phrase.key(shown.scene)),
                !Phrase.key(pose).equals(Phrase.key(shown.pose)),
                Ledger.missingFrom(shown.companions, companions),
                Ledger.missingFrom(companions, shown.companions));
    }
}
