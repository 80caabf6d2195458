package io.emaki.persona;

import java.util.Optional;

/** What may be shown of a persona; answered by the feature that knows the content rules. */
public interface LooksPolicy {

    /**
     * @param text a description of how the persona is to look
     * @return why it must not be drawn of this persona, without its words; empty when it may be
     */
    Optional<String> refusal(String text, boolean adultAttested, boolean matureAllowed);
}
