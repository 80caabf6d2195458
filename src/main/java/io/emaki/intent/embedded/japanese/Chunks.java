package io.emaki.intent.embedded.japanese;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Groups the words of a sentence into noun phrases with their particles, and verbs with their endings. */
final class Chunks {

    private static final int LONGEST_MODIFIER = 18;
    private static final Set<String> COPULAS = Set.of("だ", "です", "じゃ", "じゃん", "や", "っす");

    private final List<Word> words;
    private final List<Chunk> chunks = new ArrayList<>();

    private final Predicate<String> isAction;

    private Chunks(List<Word> words, Predicate<String> isAction) {
        this.words = words;
        this.isAction = isAction;
    }

    /** @param isAction which nouns tell of a deed where they end a clause, such as 正座 */
    static List<Chunk> of(List<Word> words, Predicate<String> isAction) {
        Chunks chunks = new Chunks(words, isAction);
        for (int i = 0; i < words.size(); ) {
            i = chunks.next(i);
        }
        return chunks.chunks;
    }

    private boolean has(int i) {
        return i < words.size();
    }

    private int next(int i) {
        Word word = words.get(i);
        if (word.kind().equals("動詞") || (word.kind().equals("形容詞") && isPredicate(i))) {
            return verb(i, i, "");
        }
        if (word.kind().equals("副詞") && isAction.test(word.base()) && endsClause(i + 1)) {
            chunks.add(new Chunk(null, Set.of(word.base()), "", false, word.start(), word.end()));
            return i + 1;
        }
        if (!word.isNoun() || (word.subkind().equals("形容動詞語幹") && isModifier(i))) {
            return i + 1;
        }
        return noun(i);
    }

    private boolean endsClause(int i) {
        return !has(i) || words.get(i).isComma() || (words.get(i).surface().equals("と") && endsClause(i + 1));
    }

    /** An adjective that says what something is, and not which thing or in what manner. */
    private boolean isPredicate(int i) {
        boolean describes = words.get(i).form().equals("基本形")
                && has(i + 1)
                && words.get(i + 1).isNoun();
        return !describes && !words.get(i).form().equals("連用テ接続");
    }

    /** 静かに and 静かな stand for no thing. */
    private boolean isModifier(int i) {
        return has(i + 1) && Set.of("に", "な").contains(words.get(i + 1).surface());
    }

    private int noun(int first) {
        int i = first;
        int headFrom = first;
        String whose = "";
        while (has(i) && (words.get(i).isNoun() || words.get(i).surface().equals("・"))) {
            i++;
            boolean owns = has(i + 1)
                    && words.get(i).surface().equals("の")
                    && words.get(i).kind().equals("助詞")
                    && words.get(i + 1).isNoun();
            if (owns) {
                whose = whose + text(headFrom, i) + "の";
                i++;
                headFrom = i;
            }
        }
        Word last = words.get(i - 1);
        boolean acts = isAction.test(text(headFrom, i)) || isAction.test(last.base());
        if (has(i)
                && last.subkind().equals("サ変接続")
                && Set.of("する", "できる", "いたす").contains(words.get(i).base())) {
            return verb(i - 1, i, text(headFrom, i));
        }
        if (i - headFrom > 1 && isAction.test(lastAction(i)) && names(i, headFrom)) {
            return done(headFrom, i, whose, first);
        }
        String particle = "";
        int after = i;
        if (has(i) && words.get(i).isParticle()) {
            particle = words.get(i).surface();
            while (has(after) && words.get(after).isParticle()) {
                after++;
            }
        } else if (has(i) && COPULAS.contains(words.get(i).base())) {
            particle = "=";
        } else if (has(i) && words.get(i).isVerb() && last.end() == words.get(i).start()) {
            chunks.add(chunk(headFrom, i, last, whose, "", false, first));
            return verb(i, i, text(headFrom, i));
        }
        boolean pause = !has(after) || words.get(after).isComma();
        chunks.add(chunk(headFrom, i, last, whose, particle, pause, first));
        if (particle.equals("=")) {
            chunks.add(new Chunk(
                    null,
                    acts ? new LinkedHashSet<>(List.of("だ", text(headFrom, i))) : Set.of("だ"),
                    tail(i, i, true),
                    false,
                    last.start(),
                    words.get(i).end()));
            return i + 1;
        }
        if (particle.isEmpty() && pause && acts) {
            chunks.add(new Chunk(
                    null,
                    new LinkedHashSet<>(List.of(text(headFrom, i), last.base())),
                    "",
                    false,
                    last.start(),
                    last.end()));
        }
        return Math.max(after, first + 1);
    }

    /** The deed of 仮面装着 or 装着完了. */
    private String lastAction(int end) {
        Word last = words.get(end - 1);
        return last.surface().equals("完了") ? words.get(end - 2).base() : last.base();
    }

    private boolean names(int end, int headFrom) {
        int action = words.get(end - 1).surface().equals("完了") ? end - 2 : end - 1;
        return action > headFrom && words.get(action).subkind().equals("サ変接続");
    }

    /** Takes 仮面装着 as 仮面を装着; without a verb it tells what is so by now. */
    private int done(int headFrom, int end, String whose, int first) {
        int action = words.get(end - 1).surface().equals("完了") ? end - 2 : end - 1;
        chunks.add(chunk(headFrom, action, words.get(action - 1), whose, "を", false, first));
        if (has(end) && words.get(end).base().equals("する")) {
            return verb(action, end, words.get(action).base());
        }
        String name = words.get(action).base();
        chunks.add(new Chunk(
                null,
                Set.of(name),
                " た/ ",
                false,
                words.get(action).start(),
                words.get(end - 1).end()));
        return end;
    }

    private Chunk chunk(int from, int to, Word last, String whose, String particle, boolean pause, int first) {
        return Chunk.of(new Noun(
                text(from, to),
                last.base(),
                whose,
                particle,
                words.get(left(first)).start(),
                last.end(),
                pause));
    }

    /** Where what describes a noun starts: 青く光る in 青く光る鎧. */
    private int left(int first) {
        int i = first;
        if (i > 0 && describes(words.get(i - 1))) {
            while (i > 0
                    && words.get(first).start() - words.get(i - 1).start() <= LONGEST_MODIFIER
                    && !words.get(i - 1).isComma()
                    && !Set.of("は", "て", "で", "が", "と", "も")
                            .contains(words.get(i - 1).surface())) {
                i--;
            }
            while (i < first && words.get(i).kind().startsWith("助")) {
                i++;
            }
        }
        return i;
    }

    private static boolean describes(Word word) {
        return word.kind().equals("連体詞")
                || ((word.kind().equals("形容詞") || word.isVerb() || word.kind().equals("助動詞"))
                        && (word.form().equals("基本形") || word.form().equals("体言接続")))
                || (word.surface().equals("の") && word.kind().equals("助詞"));
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(words.get(i).surface());
        }
        return text.toString();
    }

    /**
     * @param first where the group starts
     * @param at where its first verb stands
     * @param before a noun that the verb may be one word with
     */
    private int verb(int first, int at, String before) {
        Word head = words.get(at);
        Set<String> names = new LinkedHashSet<>();
        String stem = head.surface();
        if (first == at) {
            names.add(head.base());
            names.add(before + head.base());
        } else {
            names.add(before);
            names.add(words.get(first).base());
        }
        if (first > 0 && words.get(first - 1).form().equals("連用テ接続")) {
            names.add(words.get(first - 1).surface() + head.base());
        }
        int i = at + 1;
        while (first == at
                && has(i)
                && words.get(i).isVerb()
                && words.get(i - 1).form().equals("連用形")) {
            names.add(stem + words.get(i).base());
            names.add(words.get(i).base());
            stem += words.get(i).surface();
            i++;
        }
        int tailFrom = i - 1;
        while (has(i) && (words.get(i).followsVerb() || isTopicOfTail(i))) {
            i++;
        }
        if (has(i)
                && words.get(i - 1).base().equals("ない")
                && words.get(i).base().equals("なる")) {
            names.add(head.base() + "なくなる");
            tailFrom = i;
            while (has(i) && (i == tailFrom || words.get(i).followsVerb())) {
                i++;
            }
        }
        boolean asks = has(i + 1)
                && words.get(i).surface().equals("の")
                && words.get(i + 1).surface().equals("か");
        boolean describes = asks
                || has(i)
                        && (words.get(i - 1).form().equals("基本形")
                                || words.get(i - 1).form().equals("体言接続"))
                        && !words.get(i).isComma()
                        && (words.get(i).isNoun() && !words.get(i).subkind().equals("副詞可能")
                                || Set.of("連体詞", "形容詞", "接頭詞")
                                        .contains(words.get(i).kind()));
        chunks.add(new Chunk(
                null,
                names,
                tail(tailFrom, i, tailFrom == at),
                describes,
                words.get(first).start(),
                words.get(i - 1).end()));
        return i;
    }

    /** は in 座ってはいない. */
    private boolean isTopicOfTail(int i) {
        return Set.of("は", "も").contains(words.get(i).surface())
                && has(i + 1)
                && words.get(i + 1).followsVerb();
    }

    /** @param isHead whether the first word is the verb itself and not one that goes with it */
    private String tail(int from, int to, boolean isHead) {
        StringBuilder tail = new StringBuilder();
        for (int i = from; i < Math.max(to, from + 1) && has(i); i++) {
            tail.append(' ')
                    .append(i == from && isHead ? "V" : words.get(i).base())
                    .append('/')
                    .append(words.get(i).form())
                    .append(' ');
        }
        return tail.toString();
    }
}
