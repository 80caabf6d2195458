package io.emaki.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class JapanesePhrasing implements Phrasing {

    static final JapanesePhrasing INSTANCE = new JapanesePhrasing();

    private static final List<String> WHO = List.of("女性", "女性", "男性", "人物", "アバター", "キャラクター");
    private static final List<String> SHE = List.of("彼女", "彼女", "彼", "この人", "アバター");
    private static final List<String> OUTFIT = List.of(
            "服を{x}に変えて",
            "服装を{x}にして",
            "{x}に着替えさせて",
            "{x}を着せて",
            "{s}は{x}を着ている",
            "{s}は{x}に着替えた",
            "衣装を{x}に変更して",
            "{s}の服は{x}");
    private static final List<String> COLOUR =
            List.of("{g}の色を{c}に変えて", "{g}を{c}にして", "服の色を{c}に変えて", "服を{c}色に変えて", "{s}の{g}は{c}になった");
    private static final List<String> SCENE =
            List.of("場所を{x}に変えて", "背景を{x}にして", "{x}に移動して", "{s}は{x}にいる", "シーンを{x}に変えて", "背景を{x}に変更して");
    private static final List<String> TIME = List.of("時間を{x}にして", "{x}にして", "{x}になった", "時間帯を{x}に変えて", "今は{x}");
    private static final List<String> POSE = List.of("{s}は{x}", "ポーズを{x}姿に変えて", "{x}ポーズにして", "{s}は今{x}", "{x}姿にして");
    private static final List<String> ADD =
            List.of("{x}を加えて", "隣に{x}を加えて", "隣に{x}がいる", "{x}がやって来た", "{x}を追加して", "{s}の横に{x}を置いて");
    private static final List<String> REMOVE =
            List.of("{y}を消して", "{y}を取り除いて", "{y}がいなくなった", "{y}を削除して", "{y}が去った", "{s}は一人になった");
    private static final List<String> REPLACE =
            List.of("{y}を{x}に替えて", "{y}の代わりに{x}を加えて", "{y}が去って{x}が来た", "{y}を消して{x}を加えて");
    private static final List<String> KEEP = List.of("他はそのまま", "それ以外は変えないで", "他は変えないで", "残りはそのままで");

    private JapanesePhrasing() {}

    @Override
    public String caption(Dice dice, Identity who, State state, boolean complete) {
        List<String> looks = looks(dice, who, complete);
        String subject = looks.isEmpty() ? dice.pick(WHO) : String.join("、", looks) + "の" + dice.pick(WHO);
        return subject + dice.pick(List.of("が", "。", "、")) + scene(dice, state, complete);
    }

    private static List<String> looks(Dice dice, Identity who, boolean complete) {
        List<String> all = new ArrayList<>(List.of(
                Phrasing.fill(
                        pick(dice, who.hairStyle().words()),
                        "c",
                        pick(dice, who.hairColour().words())),
                pick(dice, who.eyes().words()),
                pick(dice, who.skin().words())));
        if (who.accessory() != Accessory.NONE) {
            all.add(pick(dice, who.accessory().words()));
        }
        all.removeIf(look -> !complete && dice.chance(0.12));
        dice.shuffle(all);
        return all;
    }

    private static String scene(Dice dice, State state, boolean complete) {
        List<String> parts = new ArrayList<>();
        parts.add(outfit(dice, state.outfit(), state.colour()) + dice.pick(List.of("を着て", "姿で")));
        if (complete || !dice.chance(0.1)) {
            parts.add(place(dice, state.scene(), state.time()) + "で");
        }
        String text = String.join("、", parts) + "、" + pick(dice, state.pose().words()) + "。";
        if (state.companion() != Companion.NONE) {
            return text + dice.pick(List.of("隣に", "横に", "そばに"))
                    + pick(dice, state.companion().words()) + "がいる。";
        }
        return dice.chance(0.25) ? text + "一人でいる。" : text;
    }

    @Override
    public String whole(Dice dice, Identity who, State state) {
        String looks = dice.chance(0.35) ? String.join("、", looks(dice, who, true)) + "。" : "";
        return dice.pick(List.of("同じ人物が", "同じ人が", dice.pick(SHE) + "は", "もう一度描いて。")) + scene(dice, state, true) + looks;
    }

    @Override
    public String instruction(Dice dice, State from, State to) {
        Set<Axis> axes = Axis.between(from, to);
        String she = dice.pick(SHE);
        List<String> parts = new ArrayList<>();
        if (axes.contains(Axis.OUTFIT)) {
            String x = axes.contains(Axis.COLOUR) || dice.chance(0.5)
                    ? outfit(dice, to.outfit(), to.colour())
                    : pick(dice, to.outfit().words());
            parts.add(Phrasing.fill(dice.pick(OUTFIT), "x", x));
        } else if (axes.contains(Axis.COLOUR)) {
            parts.add(
                    Phrasing.fill(dice.pick(COLOUR), "g", pick(dice, to.outfit().words()), "c", noun(to.colour())));
        }
        if (axes.contains(Axis.SCENE)) {
            String x = axes.contains(Axis.TIME) || dice.chance(0.3)
                    ? place(dice, to.scene(), to.time())
                    : pick(dice, to.scene().words());
            parts.add(Phrasing.fill(dice.pick(SCENE), "x", x));
        } else if (axes.contains(Axis.TIME)) {
            parts.add(Phrasing.fill(dice.pick(TIME), "x", pick(dice, to.time().words())));
        }
        if (axes.contains(Axis.POSE)) {
            parts.add(Phrasing.fill(dice.pick(POSE), "x", pick(dice, to.pose().words())));
        }
        if (axes.contains(Axis.COMPANION)) {
            List<String> forms =
                    from.companion() == Companion.NONE ? ADD : to.companion() == Companion.NONE ? REMOVE : REPLACE;
            parts.add(Phrasing.fill(
                    dice.pick(forms),
                    "x",
                    pick(dice, to.companion().words()),
                    "y",
                    pick(dice, from.companion().words())));
        }
        dice.shuffle(parts);
        if (dice.chance(0.3)) {
            parts.add(dice.pick(KEEP));
        }
        return Phrasing.fill(String.join(dice.chance(0.7) ? "。" : "、", parts), "s", she)
                + (dice.chance(0.7) ? "。" : "");
    }

    private static String outfit(Dice dice, Outfit outfit, OutfitColour colour) {
        return pick(dice, colour.words()) + pick(dice, outfit.words());
    }

    private static String place(Dice dice, Scene scene, TimeOfDay time) {
        return pick(dice, time.words()) + "の" + pick(dice, scene.words());
    }

    private static String noun(OutfitColour colour) {
        return switch (colour) {
            case RED -> "赤";
            case BLUE -> "青";
            case GREEN -> "緑";
            case BLACK -> "黒";
            case WHITE -> "白";
            case YELLOW -> "黄";
            case PURPLE -> "紫";
            case PINK -> "ピンク";
        };
    }

    private static String pick(Dice dice, Words words) {
        return dice.chance(0.5) ? words.japanese().getFirst() : dice.pick(words.japanese());
    }
}
