package io.emaki.world;

/** Pose; each English phrase is {@code participle;infinitive;third person}, {@code {p}} the possessive pronoun. */
public enum Pose {
    STANDING(Words.of(
            "standing;stand;stands|standing up;stand up;stands up|standing still;stand still;stands still",
            "立っている|まっすぐ立っている",
            "站着|站立")),
    WAVING(Words.of(
            "waving;wave;waves|waving hello;wave hello;waves hello|waving a hand;wave a hand;waves a hand"
                    + "|raising a hand to greet;raise a hand to greet;raises a hand to greet",
            "手を振っている|手を上げて挨拶している",
            "挥手|招手")),
    ARMS_CROSSED(Words.of(
            "crossing {p} arms;cross {p} arms;crosses {p} arms|folding {p} arms;fold {p} arms;folds {p} arms"
                    + "|standing with crossed arms;stand with crossed arms;stands with crossed arms",
            "腕を組んでいる|腕組みをしている",
            "双臂交叉|抱着双臂")),
    SITTING(Words.of(
            "sitting;sit;sits|sitting down;sit down;sits down|sitting on a stool;sit on a stool;sits on a stool"
                    + "|taking a seat;take a seat;takes a seat",
            "座っている|椅子に座っている|腰掛けている",
            "坐着|坐在凳子上|坐下")),
    KNEELING(Words.of(
            "kneeling;kneel;kneels|kneeling down;kneel down;kneels down"
                    + "|kneeling on the ground;kneel on the ground;kneels on the ground",
            "ひざまずいている|正座している",
            "跪着|跪坐")),
    JUMPING(Words.of(
            "jumping;jump;jumps|jumping for joy;jump for joy;jumps for joy|leaping into the air;leap into the air;leaps into the air",
            "ジャンプしている|跳び上がっている",
            "跳跃|跳起来")),
    READING(Words.of(
            "reading a book;read a book;reads a book|reading;read;reads|holding an open book;hold an open book;holds an open book",
            "本を読んでいる|読書している",
            "看书|读书"));

    private final Words words;

    Pose(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }
}
