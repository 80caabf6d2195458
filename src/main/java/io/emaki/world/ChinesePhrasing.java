package io.emaki.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class ChinesePhrasing implements Phrasing {

    static final ChinesePhrasing INSTANCE = new ChinesePhrasing();

    private static final List<String> WHO = List.of("女人", "女性", "男人", "人", "角色");
    private static final List<String> SHE = List.of("她", "她", "他", "这个人", "角色");
    private static final List<String> OUTFIT =
            List.of("把{s}的衣服换成{x}", "把服装改成{x}", "让{s}穿上{x}", "{s}现在穿着{x}", "给{s}换上{x}", "{s}换上了{x}", "将服装换为{x}");
    private static final List<String> COLOUR =
            List.of("把{g}的颜色改成{c}", "把{g}变成{c}", "把衣服的颜色改成{c}", "{s}的{g}现在是{c}", "将{g}换成{c}");
    private static final List<String> SCENE =
            List.of("把场景换成{x}", "把背景改成{x}", "让{s}来到{x}", "{s}现在在{x}", "把{s}放到{x}", "场景变为{x}");
    private static final List<String> TIME = List.of("把时间改成{x}", "现在是{x}", "变成{x}", "时间换成{x}", "改为{x}");
    private static final List<String> POSE = List.of("{s}现在{x}", "让{s}{x}", "把姿势改成{x}", "姿势换成{x}", "{s}正在{x}");
    private static final List<String> ADD =
            List.of("在{s}旁边加上{x}", "添加{x}", "{x}来到{s}身边", "{s}旁边有{x}", "加上{x}", "{x}加入了");
    private static final List<String> REMOVE = List.of("去掉{y}", "把{y}移走", "{y}离开了", "删除{y}", "移除{y}", "{s}现在一个人");
    private static final List<String> REPLACE = List.of("把{y}换成{x}", "用{x}代替{y}", "{y}离开，{x}加入", "去掉{y}，加上{x}");
    private static final List<String> KEEP = List.of("其他保持不变", "其余不变", "不要改变其他内容", "别的都不要变");

    private ChinesePhrasing() {}

    @Override
    public String caption(Dice dice, Identity who, State state, boolean complete) {
        List<String> looks = looks(dice, who, complete);
        String subject = dice.chance(0.7) ? "一个" : "";
        subject += looks.isEmpty() ? dice.pick(WHO) : String.join("、", looks) + "的" + dice.pick(WHO);
        return subject + "，" + scene(dice, state, complete);
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
        parts.add("穿着" + outfit(dice, state.outfit(), state.colour()));
        if (complete || !dice.chance(0.1)) {
            parts.add("在" + place(dice, state.scene(), state.time()));
        }
        parts.add(pick(dice, state.pose().words()));
        if (state.companion() != Companion.NONE) {
            parts.add(dice.pick(List.of("旁边有", "身边有", "身旁是"))
                    + pick(dice, state.companion().words()));
        } else if (dice.chance(0.25)) {
            parts.add("独自一人");
        }
        return String.join("，", parts) + "。";
    }

    @Override
    public String whole(Dice dice, Identity who, State state) {
        String looks = dice.chance(0.35) ? String.join("、", looks(dice, who, true)) + "。" : "";
        return dice.pick(List.of("同一个人，", "重新画，", dice.pick(SHE) + "现在", "画出同一个人，")) + scene(dice, state, true) + looks;
    }

    @Override
    public String instruction(Dice dice, State from, State to) {
        Set<Axis> axes = Axis.between(from, to);
        List<String> parts = new ArrayList<>();
        if (axes.contains(Axis.OUTFIT)) {
            String x = axes.contains(Axis.COLOUR) || dice.chance(0.5)
                    ? outfit(dice, to.outfit(), to.colour())
                    : pick(dice, to.outfit().words());
            parts.add(Phrasing.fill(dice.pick(OUTFIT), "x", x));
        } else if (axes.contains(Axis.COLOUR)) {
            parts.add(Phrasing.fill(
                    dice.pick(COLOUR),
                    "g",
                    pick(dice, to.outfit().words()),
                    "c",
                    pick(dice, to.colour().words())));
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
        return Phrasing.fill(String.join(dice.chance(0.5) ? "。" : "，", parts), "s", dice.pick(SHE))
                + (dice.chance(0.7) ? "。" : "");
    }

    private static String outfit(Dice dice, Outfit outfit, OutfitColour colour) {
        return pick(dice, colour.words()) + (dice.chance(0.3) ? "的" : "") + pick(dice, outfit.words());
    }

    private static String place(Dice dice, Scene scene, TimeOfDay time) {
        return pick(dice, time.words()) + "的" + pick(dice, scene.words());
    }

    private static String pick(Dice dice, Words words) {
        return dice.chance(0.5) ? words.chinese().getFirst() : dice.pick(words.chinese());
    }
}
