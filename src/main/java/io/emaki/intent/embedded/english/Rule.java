package io.emaki.intent.embedded.english;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import java.util.Set;

/**
 * What a stretch of tokens says.
 *
 * @param flags {@code actor}: the one who acts has to be the persona; {@code shared}: "we" counts too; {@code given}: the user does
 *     it to "you"; {@code mine}: the thing has to be the persona's; {@code worn}: it has to be in the outfit; {@code speech}: also
 *     counts in spoken words; {@code header}: counts in headers only; {@code told}: counts only where somebody narrates the
 *     whole turn; {@code state}: tells how things stand, so that it is no news when it fits what is known; {@code tail}: the
 *     description goes on to the end of the clause; {@code match}: it is the match; otherwise it is the noun phrase of the object
 * @param label what the description has to say, or an empty text
 */
record Rule(Axis axis, Op op, Set<String> flags, String label, TokenPattern pattern) {

    boolean is(String flag) {
        return flags.contains(flag);
    }
}
