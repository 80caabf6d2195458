package io.emaki.intent.embedded.lexicon;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a stretch of tagged text says.
 *
 * @param flags {@code actor}: the one who acts has to be the persona; {@code given}: the speaker does it to "you"; {@code shared}:
 *     "we" and "you" count too; {@code known}: the thing has to be there already; {@code speech}: also counts in spoken words;
 *     {@code header}: counts in headers only; {@code tail}: the description goes from the match to the end of its clause;
 *     {@code whole}: the description is the clause; {@code match}: it is the match; otherwise it is the noun phrase of the
 *     group {@code o}
 */
public record Rule(Axis axis, Op op, Set<String> flags, Pattern pattern, boolean hasObject) {

    public boolean is(String flag) {
        return flags.contains(flag);
    }
}
