package io.emaki.intent.embedded.chinese;

import io.emaki.intent.Op;
import io.emaki.intent.PersonaView;
import io.emaki.intent.embedded.lexicon.Lexicon;
import io.emaki.intent.embedded.lexicon.Rule;
import io.emaki.intent.embedded.lexicon.TaggedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The persona's present looks; what repeats them is no news. */
final class Looks {

    private static final Set<String> POSTURES =
            Set.of("sit", "kneel", "lie", "crouch", "stand", "lean", "fold", "raise", "ride", "hover");
    /** Animals that go by several words. */
    private static final List<String> KINDS = List.of("狗犬獒", "猫咪狸", "鸟雀鸽鹦鹉鸦", "鹰隼雕", "马驹", "蛇", "狐", "狼");

    /** What holds hair and hangs from collars is worn even where nobody mentioned it. */
    private static final Pattern PRESUMED = Pattern.compile("[簪钗]$|发[带圈绳夹]|头绳|兜帽");

    private static final Set<String> GESTURES = Set.of("fold", "raise", "hover");
    private static final Pattern MEASURE = Pattern.compile("^[一两三几]?[只条头匹名位个群尾架台]");
    private static final Pattern NICKNAME = Pattern.compile(
            "[老小阿][赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严魏陶姜谢邹苏潘葛范彭鲁马方任袁柳唐罗薛贺倪汤殷毕郝安傅齐康余顾孟黄萧姚邵汪祁毛贝戴宋庞纪项祝董梁杜阮蓝闵季贾江郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁甄靳段焦侯秋仲伊宫宁仇甘刘叶白黎乔温庄阎习艾向古易廖尹凯明强伟杰鹏飞勇军磊波](?![^，。]{0,2}[边前后])");
    /** A surname, one or two characters, and a word that often follows a subject. */
    private static final Pattern FULL_NAME = Pattern.compile(
            "(?:^|[，。！？”\\s])([赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严魏陶姜谢邹苏潘葛范彭鲁韦马苗方俞任袁柳鲍史唐薛雷贺倪汤滕殷罗毕郝安傅齐康伍余卜顾孟黄和穆萧尹姚邵汪祁毛狄宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾江颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫裘缪解应丁宣邓洪崔龚程邢裴陆荣荀翁甄封储靳焦谷侯宁仇祖武刘景詹叶白蒲赖卓乔阴闻温庄晏柴瞿阎慕连习鱼容向古易廖耿匡文寇欧沃利蔚越隆师聂晁勾敖冷辛简饶曾沙鞠丰关相查荆游权盖楚闫公][\\u4e00-\\u9fa5]{1,2})"
                    + "(?=[把将正已便也却又缓慢猛忽默冷轻低抬伸坐站走跪躺靠拔转笑点摇放收接递拿推在一])");

    private static final Pattern SEPARATOR = Pattern.compile("[·・\\s（）()、，,“”「」]+");
    private static final int SHORTEST_WHOLE = 4;
    private static final List<String> TITLES = List.of(
            "姑娘", "公子", "小姐", "先生", "师兄", "师姐", "师妹", "师弟", "大人", "将军", "队长", "医生", "老师", "道长", "大夫", "少爷", "掌柜");

    private final Lexicon lexicon;
    private final PersonaView persona;
    private final String outfit;
    private final String scene;
    private final Set<String> pose;
    private final List<String> companions;

    Looks(PersonaView persona, Lexicon lexicon, Function<String, TaggedText> tagger) {
        this.lexicon = lexicon;
        this.persona = persona;
        this.outfit = persona.outfit().toLowerCase(Locale.ROOT);
        this.scene = persona.scene().toLowerCase(Locale.ROOT);
        this.pose = postures(tagger.apply(persona.pose()).text());
        this.companions = persona.companions().stream()
                .map(companion -> companion.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Names that only this turn knows, by class. */
    static Map<String, List<String>> names(String text, PersonaView persona) {
        List<String> names = new ArrayList<>(parts(persona.name()));
        String name = persona.name();
        if (name.length() == 2 || name.length() == 3) {
            TITLES.forEach(title -> names.add(name.charAt(0) + title));
        }
        List<String> companions = new ArrayList<>();
        persona.companions().forEach(companion -> companions.addAll(parts(companion)));
        companions.removeAll(names);
        return Map.of("name", names, "namec", companions, "nameother", others(text, names, companions));
    }

    /** Names such as 老赵, 小李 and 阿凯, which are somebody else's. */
    private static List<String> others(String text, List<String> names, List<String> companions) {
        List<String> others = new ArrayList<>();
        Matcher found = NICKNAME.matcher(text);
        while (found.find()) {
            others.add(found.group());
        }
        Matcher full = FULL_NAME.matcher(text);
        while (full.find()) {
            others.add(full.group(1));
        }
        others.removeIf(other -> names.stream().anyMatch(name -> name.contains(other) || other.contains(name)));
        others.removeIf(other -> companions.stream().anyMatch(name -> name.contains(other) || other.contains(name)));
        return others;
    }

    /** A name and, as titles come first or last, its ends: 女将阿史那, 斥候巴图, 一只黑猫煤球. */
    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        for (String piece : SEPARATOR.split(name.toLowerCase(Locale.ROOT))) {
            String bare = MEASURE.matcher(piece).replaceFirst("");
            parts.add(bare);
            for (int length = 2; length < bare.length() && length <= 3; length++) {
                parts.add(bare.substring(bare.length() - length));
                if (bare.length() >= SHORTEST_WHOLE) {
                    parts.add(bare.substring(0, length));
                }
            }
        }
        parts.removeIf(String::isBlank);
        return parts;
    }

    /** Which companion a word means, or the word itself. */
    String companion(String word) {
        return persona.companions().stream()
                .filter(companion -> shares(companion.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(word);
    }

    /** Gestures of a class differ much; their first characters tell them apart. */
    private static String gesture(String words) {
        return words.substring(0, Math.min(words.length(), 2));
    }

    /** Names of clothes end in what they are: 高跟鞋 and 鞋. */
    private boolean wears(String noun) {
        if (noun.matches("脚.?子?|足")) {
            return outfit.matches("(?s).*[鞋靴袜屐履].*");
        }
        if (PRESUMED.matcher(noun).find()) {
            return true;
        }
        String bare = noun.length() > 1 && noun.endsWith("子") ? noun.substring(0, noun.length() - 1) : noun;
        return !bare.isEmpty() && outfit.contains(bare.substring(bare.length() - 1));
    }

    String companions() {
        return String.join("、", persona.companions());
    }

    /**
     * @param matched the tagged words that the rule matched
     * @param thing the noun that the rule names, or the match where it names none
     */
    boolean isNews(Rule rule, String matched, String thing, String description) {
        String noun = thing.toLowerCase(Locale.ROOT);
        return switch (rule.axis()) {
            case POSE -> {
                Set<String> postures = postures(matched);
                yield postures.isEmpty()
                        || !pose.containsAll(postures)
                        || (!Collections.disjoint(postures, GESTURES)
                                && !persona.pose().contains(gesture(thing)));
            }
            case SCENE ->
                !scene.contains(noun)
                        && !scene.contains(description.toLowerCase(Locale.ROOT))
                        && !(rule.is("air") && Scenery.repeats(scene, description));
            case OUTFIT ->
                rule.op() == Op.REMOVE
                        ? !rule.is("worn") || wears(noun)
                        : !(rule.is("shown") && wears(noun))
                                && !outfit.contains(rule.op() == Op.ADD ? noun : description.toLowerCase(Locale.ROOT));
            case COMPANION ->
                rule.is("all")
                        ? !companions.isEmpty() && (!rule.is("sole") || companions.size() == 1)
                        : (rule.op() == Op.REMOVE)
                                == companions.stream().anyMatch(companion -> shares(companion, noun));
        };
    }

    private static boolean shares(String companion, String noun) {
        return companion.contains(noun)
                || noun.contains(companion)
                || bareEnds(companion, noun)
                || sameKind(companion, noun);
    }

    /** The same kind of animal by another word. */
    private static boolean sameKind(String companion, String noun) {
        return KINDS.stream()
                .anyMatch(kind -> kind.indexOf(noun.charAt(noun.length() - 1)) >= 0
                        && companion.chars().anyMatch(letter -> kind.indexOf(letter) >= 0));
    }

    private static boolean bareEnds(String companion, String noun) {
        return parts(companion).contains(noun);
    }

    private Set<String> postures(String tagged) {
        Set<String> found = new HashSet<>();
        for (char letter : tagged.toCharArray()) {
            found.addAll(lexicon.classesOf(letter));
        }
        found.retainAll(POSTURES);
        return Collections.unmodifiableSet(found);
    }

    String scene() {
        return scene;
    }
}
