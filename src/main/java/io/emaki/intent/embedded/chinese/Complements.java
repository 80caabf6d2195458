package io.emaki.intent.embedded.chinese;

import java.util.List;
import java.util.Map;

/** Verbs with the complements that say that their action is done: 坐下, 戴好了, 摘掉. */
final class Complements {

    private static final Map<Character, List<String>> BY_MARK = Map.of(
            // postures
            '~',
            split("下 下来 下去 了下来 了下去 了下 在 在了 到 到了 进 进了 回 回了 好 稳 定 着 倒 倒在 成 于 上 了上去 起 起来 了起来 直 住 了个 得"),
            // putting on
            '+',
            split("上 上了 好 好了 在 在了 到 到了 进 起 起了 起来 了 紧 紧了 住 得 回 回了 上去 了上去 牢 妥 回去 了回去 至"),
            // taking off
            '-',
            split("下 下来 下了 了下来 掉 掉了 去 去了 了 开 开了 落 光 完"),
            // taking, which is taking off only with some complements
            '=',
            split("下 下来 下了 了下来 掉 掉了 去 开"),
            // going
            '^',
            split("进 进了 入 入了 出 出了 上 上了 下 下了 回 回了 到 到了 过 过了 至 往 向"));

    private Complements() {}

    private static List<String> split(String complements) {
        return List.of(complements.split(" "));
    }

    /** The forms of a listed word. */
    static List<String> forms(String word) {
        List<String> complements = BY_MARK.get(word.charAt(word.length() - 1));
        if (complements == null) {
            return List.of(word);
        }
        String verb = word.substring(0, word.length() - 1);
        return complements.stream().map(verb::concat).toList();
    }
}
