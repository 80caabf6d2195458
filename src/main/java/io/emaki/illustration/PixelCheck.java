package io.emaki.illustration;

import io.emaki.persona.AppearanceDifference;
import java.util.Optional;

/**
 * Looks at pixels alone, so it needs no other model and no second. It notices an edit that changed nothing, a scene that
 * stayed or changed against the order, and another person's head where neither scene nor pose moved it; whether a coat is
 * red it cannot tell.
 */
final class PixelCheck implements ResultCheck {

    /*
     * From drawings of the rendered world with a known truth: edits change at least 1.4 % of the pixels; the surroundings
     * differ by at least 11.7 levels where the scene changed and by 0 where it did not, to which a model adds up to 4.
     */
    private static final double LEAST_CHANGED = 0.006;
    private static final double NEW_SCENE = 7;
    private static final double SAME_SCENE = 12;
    private static final double SAME_HEAD = 0.4;

    @Override
    public Verdict check(Result result) {
        Optional<PictureFrame> before = PictureFrame.of(result.before());
        Optional<PictureFrame> after = PictureFrame.of(result.after());
        if (before.isEmpty() || after.isEmpty()) {
            return Verdict.good();
        }
        return judge(before.get(), after.get(), result.wanted().since(result.shown()));
    }

    private static Verdict judge(PictureFrame before, PictureFrame after, AppearanceDifference wanted) {
        if (!wanted.isEmpty() && before.changedShare(after) < LEAST_CHANGED) {
            return Verdict.bad("the edit changed nothing that can be seen");
        }
        double surroundings = before.surroundings(after);
        if (wanted.newScene() && surroundings < NEW_SCENE) {
            return Verdict.bad("the scene is still the one before");
        }
        if (!wanted.newScene() && surroundings > SAME_SCENE) {
            return Verdict.bad("the scene changed, and nobody asked for that");
        }
        boolean headStays = !wanted.newScene() && !wanted.newPose();
        if (headStays && before.sharedHeadColours(after) < SAME_HEAD) {
            return Verdict.bad("the head does not look like the same person's");
        }
        return Verdict.good();
    }
}
