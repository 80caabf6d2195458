package io.emaki.intent.embedded.japanese;

import java.util.Map;
import java.util.regex.Pattern;

/** Words of a turn or sentence without which some rules would take talk for news. */
final class Cues {

    private static final Map<String, Pattern> IN_TURN = Map.of(
            "arrival",
            Pattern.compile("着いた|着きまし|到着(?!は|まで)|ついたー|とうちゃく|やっと着|戻ってき|来たよ|来たぞ|ここが"),
            "show",
            Pattern.compile(
                    "じゃん！|じゃーん|じゃじゃ|ジャーン|新衣装|お披露目|着替え(た|て|ま)|着てきた|着てみた|お待たせ|どうかな|どう？|似合う[？?かっ]|似合って|変じゃない|見て見て|恥ずかし"),
            "intro",
            Pattern.compile("紹介|今日から|本日から|こちらは|こちら、|新入り|新人の|仲間になった|うちの子になっ|連れてきた|連れて来た|拾った|お迎えし"));
    private static final Map<String, Pattern> IN_SENTENCE = Map.of(
            "shift",
            Pattern.compile(
                    "気が(つ|付)|気づ|次の瞬間|目を(開|覚)|瞬き|まばたき|いつの間にか|いつのまにか|景色が|視界が|世界が|転移|ワープ|(抜け|出|降り|開け|開く|越え|登りき|上りき|くぐ|潜)[るえけり]?(と|た先|れば)|向こうは|先は|そこは|後、|翌[朝日晩]"),
            "notice",
            Pattern.compile(
                    "^[\\s…「（*]*(あ[、っれ！ー…]|わ[、っぁあ！ー]|お[、っお！ー]|うわ|うお|え[、っ！]|きゃ|ひゃ|見て|見ろ|ほら|おや|げっ|ちょ|やば|くそ|ちっ|おい|もう)"));
    private static final Pattern TELLS = Pattern.compile("([るくすつぬむぐぶう]|[ただ])。?$");

    private static final Pattern SPOKEN = Pattern.compile("て[たる]の|ちゃ|じゃん|けど|って(?!い)|すごい|めっちゃ|[！!？?ねよわ]$|可愛|かわい|きれい|好き");

    private Cues() {}

    static boolean of(Frame frame, String turn, String sentence) {
        return has(frame, IN_TURN, turn) && has(frame, IN_SENTENCE, sentence);
    }

    private static boolean has(Frame frame, Map<String, Pattern> cues, String text) {
        return cues.entrySet().stream()
                .noneMatch(cue ->
                        frame.is(cue.getKey()) && !cue.getValue().matcher(text).find());
    }

    /** Whether a sentence ends as told ones do, and not with the words that speakers end theirs with. */
    static boolean tells(String sentence) {
        return TELLS.matcher(sentence.strip()).find()
                && !SPOKEN.matcher(sentence).find();
    }
}
