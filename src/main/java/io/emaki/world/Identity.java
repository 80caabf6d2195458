package io.emaki.world;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Who the avatar is: what an edit never changes.
 *
 * @param variant 0 to {@value #VARIANTS} - 1: nuisance that no words name (place in the frame, face shape, details of
 *     the background)
 */
public record Identity(
        Skin skin, HairColour hairColour, HairStyle hairStyle, EyeColour eyes, Accessory accessory, int variant) {

    public static final int VARIANTS = 16;
    private static final int HOLDOUT_SHARE = 10;

    public Identity {
        if (variant < 0 || variant >= VARIANTS) {
            throw new IllegalArgumentException("variant: expected 0 to " + (VARIANTS - 1) + ", not " + variant);
        }
    }

    /**
     * Whether this identity belongs to evaluation: about one in {@value #HOLDOUT_SHARE} combinations of the five named
     * attributes, in all its variants, so that training never sees the combination.
     */
    public boolean heldOut() {
        long combination = skin.ordinal();
        combination = combination * HairColour.values().length + hairColour.ordinal();
        combination = combination * HairStyle.values().length + hairStyle.ordinal();
        combination = combination * EyeColour.values().length + eyes.ordinal();
        combination = combination * Accessory.values().length + accessory.ordinal();
        return Math.floorMod(Dice.mix(combination + 0x5EED), HOLDOUT_SHARE) == 0;
    }

    /** This identity in every variant. */
    public List<Identity> variants() {
        return IntStream.range(0, VARIANTS)
                .mapToObj(v -> new Identity(skin, hairColour, hairStyle, eyes, accessory, v))
                .toList();
    }

    public Identity with(Skin value) {
        return new Identity(value, hairColour, hairStyle, eyes, accessory, variant);
    }

    public Identity with(HairColour value) {
        return new Identity(skin, value, hairStyle, eyes, accessory, variant);
    }

    public Identity with(HairStyle value) {
        return new Identity(skin, hairColour, value, eyes, accessory, variant);
    }

    public Identity with(EyeColour value) {
        return new Identity(skin, hairColour, hairStyle, value, accessory, variant);
    }

    public Identity with(Accessory value) {
        return new Identity(skin, hairColour, hairStyle, eyes, value, variant);
    }

    static Identity draw(Dice dice) {
        return new Identity(
                dice.pick(Skin.values()),
                dice.pick(HairColour.values()),
                dice.pick(HairStyle.values()),
                dice.pick(EyeColour.values()),
                dice.pick(Accessory.values()),
                dice.below(VARIANTS));
    }
}
