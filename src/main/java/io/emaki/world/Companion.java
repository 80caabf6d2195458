package io.emaki.world;

/** Who stands beside the avatar; {@link #NONE}'s words say that nobody does. English phrases begin with {@code ~} for the article. */
public enum Companion {
    NONE(Words.of("nobody", "誰も", "没有人")),
    MAN(Words.of("~ man|~ bearded man|~ male friend|~ tall man|~ gentleman", "男性|男の人|ひげの男", "男人|男士|大胡子男人")),
    WOMAN(Words.of("~ woman|~ female friend|~ young woman|~ lady", "女性|女の人", "女人|女士|女性朋友")),
    DOG(Words.of("~ dog|~ brown dog|~ puppy|~ shiba dog", "犬|茶色い犬|子犬", "狗|小狗|棕色的狗")),
    CAT(Words.of("~ cat|~ black cat|~ kitten", "猫|黒猫|子猫", "猫|黑猫|小猫")),
    ROBOT(Words.of("~ robot|~ android|~ droid|~ small robot", "ロボット", "机器人")),
    DRAGON(Words.of("~ dragon|~ small dragon|~ baby dragon|~ green dragon", "ドラゴン|小さな竜|竜|小さなドラゴン", "龙|小龙|绿色的龙"));

    private final Words words;

    Companion(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }
}
