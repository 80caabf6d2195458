package io.emaki.illustration;

import io.emaki.persona.Appearance;
import org.jspecify.annotations.Nullable;

/** Looks at an edited picture: was the change made, is it still the same person, is the rest unchanged? */
interface ResultCheck {

    /**
     * An edit that was made.
     *
     * @param before the picture that was edited, PNG or JPEG
     * @param after the edited one
     * @param identity the picture that says who the persona is; null where there is none
     * @param shown what the picture before shows
     * @param wanted what the picture after is to show
     */
    record Result(byte[] before, byte[] after, byte @Nullable [] identity, Appearance shown, Appearance wanted) {}

    /** @param reason what is wrong; empty when nothing is */
    record Verdict(boolean accepted, String reason) {

        static Verdict good() {
            return new Verdict(true, "");
        }

        static Verdict bad(String reason) {
            return new Verdict(false, reason);
        }
    }

    /** A check that cannot be made accepts: a picture that nobody could look at is better than none. */
    Verdict check(Result result);
}
