package io.emaki.intent.embedded.japanese;

import com.atilika.kuromoji.ipadic.Token;
import com.atilika.kuromoji.ipadic.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/** Splits text into words. Names of the turn stay whole, as no dictionary knows them: another name stands in for them meanwhile. */
final class Words {

    private static final String STAND_IN = "太郎";

    private final Tokenizer tokenizer = new Tokenizer();

    /** @param names the longest first */
    List<Word> of(String text, int start, int end, List<String> names) {
        StringBuilder known = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (int at = start; at < end; ) {
            String name = nameAt(text, at, end, names);
            String letters = name.isEmpty() ? text.substring(at, at + 1) : STAND_IN;
            for (int i = 0; i < letters.length(); i++) {
                starts.add(i == 0 ? at : at + name.length());
            }
            known.append(letters);
            at += Math.max(1, name.length());
        }
        starts.add(end);
        List<Word> words = new ArrayList<>();
        for (Token token : tokenizer.tokenize(known.toString())) {
            int from = starts.get(token.getPosition());
            int to = starts.get(token.getPosition() + token.getSurface().length());
            words.add(word(token, text.substring(from, Math.max(from, to)), from));
        }
        return words;
    }

    private static Word word(Token token, String surface, int start) {
        String form = token.getConjugationForm().equals("*") ? "" : token.getConjugationForm();
        boolean inflects = !form.isEmpty() && !token.getBaseForm().equals("*");
        return new Word(
                surface,
                inflects ? token.getBaseForm() : surface,
                token.getPartOfSpeechLevel1(),
                token.getPartOfSpeechLevel2(),
                token.getPartOfSpeechLevel3(),
                form,
                start);
    }

    private static String nameAt(String text, int at, int end, List<String> names) {
        for (String name : names) {
            if (at + name.length() <= end && text.startsWith(name, at)) {
                return name;
            }
        }
        return "";
    }
}
