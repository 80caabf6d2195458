package io.emaki.policy;

/** The rules, each above the ones that it overrides. */
enum Rule {
    EVERYDAY("everyday", "nothing speaks against it", ContentClass.EVERYDAY),
    MILD("mild", "mild content may be drawn of everybody", ContentClass.MILD),
    UNDERWEAR("underwear", "pictures in underwear", ContentClass.MATURE),
    NUDITY("nudity", "nudity", ContentClass.MATURE),
    SEXUAL_CONTENT("sexual-content", "sexual content", ContentClass.MATURE),
    MINOR(
            "minor",
            "the description speaks of a minor beside mature content; no setting allows that",
            ContentClass.FORBIDDEN);

    private final String id;
    private final String wording;
    private final ContentClass contentClass;

    Rule(String id, String wording, ContentClass contentClass) {
        this.id = id;
        this.wording = wording;
        this.contentClass = contentClass;
    }

    ContentClass contentClass() {
        return contentClass;
    }

    Verdict judge(boolean adultAttested, boolean matureAllowed) {
        return switch (contentClass) {
            case EVERYDAY, MILD -> new Verdict(true, id, wording);
            case MATURE -> mature(adultAttested, matureAllowed);
            case FORBIDDEN -> new Verdict(false, id, wording);
        };
    }

    private Verdict mature(boolean adultAttested, boolean matureAllowed) {
        if (!adultAttested) {
            return new Verdict(false, id, wording + ": the persona is not attested to be an adult");
        }
        if (!matureAllowed) {
            return new Verdict(false, id, wording + ": mature content is not allowed for the persona");
        }
        return new Verdict(true, id, wording + ": allowed for this adult persona");
    }
}
