package io.emaki.world;

/** How an English text speaks of the avatar. */
enum Pronoun {
    SHE("she", "her", "her", "is", "a woman"),
    HE("he", "him", "his", "is", "a man"),
    THEY("they", "them", "their", "are", "a person"),
    PERSON("the person", "the person", "the person's", "is", "a person"),
    AVATAR("the avatar", "the avatar", "the avatar's", "is", "an avatar");

    private final String subject;
    private final String object;
    private final String possessive;
    private final String is;
    private final String noun;

    Pronoun(String subject, String object, String possessive, String is, String noun) {
        this.subject = subject;
        this.object = object;
        this.possessive = possessive;
        this.is = is;
        this.noun = noun;
    }

    static Pronoun draw(Dice dice) {
        double u = dice.uniform();
        return u < 0.4 ? SHE : u < 0.6 ? HE : u < 0.75 ? THEY : u < 0.87 ? PERSON : AVATAR;
    }

    boolean singular() {
        return this != THEY;
    }

    String possessive() {
        return possessive;
    }

    String noun() {
        return noun;
    }

    String fill(String pattern) {
        return Phrasing.fill(pattern, "s", subject, "o", object, "p", possessive, "is", is);
    }
}
