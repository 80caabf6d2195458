package io.emaki.intent.embedded.japanese;

import com.atilika.kuromoji.ipadic.Token;
import com.atilika.kuromoji.ipadic.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/** Splits text into words. Names of the turn stay whole, as no dictionary knows them. */
final class Words {

    private final Tokenizer tokenizer = new Tokenizer();

    /** @param names the longest first */
    List<Word> of(String text, int start, int end, List<String> names) {
        List<Word> words = new ArrayList<>();
        int from = start;
        for (int at = start; at < end; ) {
            String name = nameAt(text, at, end, names);
            if (name.isEmpty()) {
                at++;
                continue;
            }
            split(text, from, at, words);
            words.add(new Word(name, name, "名詞", "固有名詞", "人名", "", at));
            at += name.length();
            from = at;
        }
        split(text, from, end, words);
        return words;
    }

    private static String nameAt(String text, int at, int end, List<String> names) {
        for (String name : names) {
            if (at + name.length() <= end && text.startsWith(name, at)) {
                return name;
            }
        }
        return "";
    }

    private void split(String text, int start, int end, List<Word> words) {
        if (start == end) {
            return;
        }
        for (Token token : tokenizer.tokenize(text.substring(start, end))) {
            String base = token.getBaseForm().equals("*") ? token.getSurface() : token.getBaseForm();
            String form = token.getConjugationForm().equals("*") ? "" : token.getConjugationForm();
            words.add(new Word(
                    token.getSurface(),
                    base,
                    token.getPartOfSpeechLevel1(),
                    token.getPartOfSpeechLevel2(),
                    token.getPartOfSpeechLevel3(),
                    form,
                    start + token.getPosition()));
        }
    }
}
