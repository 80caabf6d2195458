package io.emaki.persona;

import java.util.List;

/**
 * The way from a shown appearance to a wanted one.
 *
 * @param putOn garments that are worn now and were not
 * @param takenOff garments that were worn and are not
 * @param newScene whether the scene is another one
 * @param newPose whether the pose is another one
 * @param joined companions who came
 * @param left companions who went
 */
public record AppearanceDifference(
        List<String> putOn,
        List<String> takenOff,
        boolean newScene,
        boolean newPose,
        List<String> joined,
        List<String> left) {

    public boolean isEmpty() {
        return putOn.isEmpty() && takenOff.isEmpty() && !newScene && !newPose && joined.isEmpty() && left.isEmpty();
    }
}
