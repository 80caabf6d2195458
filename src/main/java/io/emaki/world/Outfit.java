package io.emaki.world;

/**
 * Kind of outfit. In English {@code ~} stands for the article and {@code {c}} for the colour, which may be left out;
 * in the other languages the colour precedes the phrase.
 */
public enum Outfit {
    DRESS(Words.of("~ {c} dress|~ {c} sundress|~ {c} summer dress|~ {c} one-piece dress", "ワンピース|サマードレス", "连衣裙|夏裙")),
    GOWN(Words.of("~ {c} evening gown|~ {c} gown|~ {c} ball gown", "イブニングドレス|舞踏会のドレス", "晚礼服|长礼服")),
    KIMONO(Words.of("~ {c} kimono|~ {c} yukata|~ {c} kimono with an obi", "着物|浴衣|和服", "和服|浴衣")),
    SUIT(Words.of("~ {c} suit|~ {c} business suit|~ {c} suit and tie", "スーツ|背広", "西装|西服")),
    HOODIE(Words.of("~ {c} hoodie|~ {c} hoodie and jeans|~ {c} hooded sweatshirt", "パーカー|フーディー", "连帽衫|卫衣")),
    ARMOR(Words.of("{c} armor|~ {c} suit of armor|{c} plate armor|{c} knight's armor", "鎧|甲冑|騎士の鎧", "铠甲|盔甲|骑士铠甲")),
    ROBE(Words.of("~ {c} robe|~ {c} wizard robe|~ {c} mage robe|{c} robes", "ローブ|魔法使いのローブ", "长袍|法师袍")),
    COAT(Words.of("~ {c} coat|~ {c} trench coat|~ {c} long coat", "コート|トレンチコート", "大衣|风衣|外套")),
    T_SHIRT(Words.of("~ {c} t-shirt|~ {c} t-shirt and shorts|~ {c} tee", "Tシャツ|Tシャツと短パン", "T恤|T恤和短裤")),
    MAID(Words.of("~ {c} maid outfit|~ {c} maid dress|~ {c} maid uniform", "メイド服|メイドの服", "女仆装|女仆服"));

    private final Words words;

    Outfit(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }
}
