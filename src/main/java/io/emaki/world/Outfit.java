package io.emaki.world;

/**
 * Kind of outfit. In English {@code ~} stands for the article and {@code {c}} for the colour, which may be left out;
 * in the other languages the colour precedes the phrase.
 */
public enum Outfit {
    DRESS(Words.of(
            "~ {c} dress|~ {c} sundress|~ {c} summer dress|~ {c} one-piece dress|~ {c} frock",
            "ワンピース|サマードレス|夏のワンピース",
            "连衣裙|夏裙|裙子")),
    GOWN(Words.of(
            "~ {c} evening gown|~ {c} gown|~ {c} ball gown|~ {c} party dress|~ {c} long gown",
            "イブニングドレス|舞踏会のドレス",
            "晚礼服|长礼服|舞会礼服")),
    KIMONO(Words.of("~ {c} kimono|~ {c} yukata|~ {c} kimono with an obi", "着物|浴衣|和服", "和服|浴衣")),
    SUIT(Words.of("~ {c} suit|~ {c} business suit|~ {c} suit and tie|~ {c} tuxedo", "スーツ|背広", "西装|西服")),
    HOODIE(Words.of(
            "~ {c} hoodie|~ {c} hoodie and jeans|~ {c} hooded sweatshirt|~ {c} sweatshirt|~ {c} sweater",
            "パーカー|フーディー|スウェット",
            "连帽衫|卫衣|毛衣")),
    ARMOR(Words.of(
            "{c} armor|~ {c} suit of armor|{c} plate armor|{c} knight's armor|{c} armour", "鎧|甲冑|騎士の鎧", "铠甲|盔甲|骑士铠甲")),
    ROBE(Words.of(
            "~ {c} robe|~ {c} wizard robe|~ {c} mage robe|{c} robes|~ {c} cloak", "ローブ|魔法使いのローブ|マント", "长袍|法师袍|斗篷")),
    COAT(Words.of(
            "~ {c} coat|~ {c} trench coat|~ {c} long coat|~ {c} jacket|~ {c} raincoat",
            "コート|トレンチコート|ジャケット|上着",
            "大衣|风衣|外套|夹克")),
    T_SHIRT(Words.of(
            "~ {c} t-shirt|~ {c} t-shirt and shorts|~ {c} tee|~ {c} shirt", "Tシャツ|Tシャツと短パン|シャツ", "T恤|T恤和短裤|衬衫")),
    MAID(Words.of("~ {c} maid outfit|~ {c} maid dress|~ {c} maid uniform", "メイド服|メイドの服", "女仆装|女仆服"));

    private final Words words;

    Outfit(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }
}
