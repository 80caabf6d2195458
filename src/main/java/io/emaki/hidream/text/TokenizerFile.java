package io.emaki.hidream.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds {@code tokenizer.json} files in HuggingFace format: byte-level BPE (Sennrich et al. 2016; Radford et al. 2019
 * for the bytes) with the special tokens of the official vocabulary after the learned ones.
 */
public final class TokenizerFile {

    /** The special tokens, in the order of their ids. */
    public static final List<String> SPECIAL = List.of(
            "<|endoftext|>",
            "<|im_start|>",
            "<|im_end|>",
            "<|vision_start|>",
            "<|vision_end|>",
            "<|vision_pad|>",
            "<|image_pad|>",
            "<|video_pad|>",
            "<|boi_token|>",
            "<|bor_token|>",
            "<|eor_token|>",
            "<|bot_token|>",
            "<|tms_token|>");

    /** The split that the ByteLevel pre-tokenizer makes before merging. */
    private static final Pattern WORDS =
            Pattern.compile("'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

    /**
     * A tokenizer.
     *
     * @param content of {@code tokenizer.json}
     * @param size number of ids, special ones included
     */
    public record Learned(Map<String, Object> content, int size) {}

    private TokenizerFile() {}

    /** One token for each byte and nothing learned. */
    public static Learned ofBytes() {
        return learn(List.of(), 256);
    }

    /**
     * Learns merges from a corpus.
     *
     * @param size tokens in all without the special ones, at least 256; fewer where the corpus has no more pairs
     */
    public static Learned learn(List<String> corpus, int size) {
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            symbols.add(ByteAlphabet.symbol(i));
        }
        List<int[]> words = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        countWords(corpus).forEach((word, count) -> {
            words.add(ByteAlphabet.bytes(word));
            counts.add(count);
        });
        List<String> merges = new ArrayList<>();
        while (symbols.size() < size) {
            long best = mostFrequentPair(words, counts);
            if (best < 0) {
                break;
            }
            int left = (int) (best >> 32);
            int right = (int) best;
            merges.add(symbols.get(left) + " " + symbols.get(right));
            int merged = symbols.size();
            symbols.add(symbols.get(left) + symbols.get(right));
            words.replaceAll(word -> merge(word, left, right, merged));
        }
        return new Learned(content(symbols, merges), symbols.size() + SPECIAL.size());
    }

    private static Map<String, Integer> countWords(List<String> corpus) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String text : corpus) {
            Matcher matcher = WORDS.matcher(text);
            while (matcher.find()) {
                counts.merge(matcher.group(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Left id in the upper half, right id in the lower; -1 when no pair occurs twice. Ties go to the first seen. */
    private static long mostFrequentPair(List<int[]> words, List<Integer> counts) {
        Map<Long, Integer> pairs = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            int[] word = words.get(i);
            for (int j = 1; j < word.length; j++) {
                pairs.merge((long) word[j - 1] << 32 | word[j], counts.get(i), Integer::sum);
            }
        }
        long best = -1;
        int most = 1;
        for (Map.Entry<Long, Integer> pair : pairs.entrySet()) {
            if (pair.getValue() > most) {
                most = pair.getValue();
                best = pair.getKey();
            }
        }
        return best;
    }

    private static int[] merge(int[] word, int left, int right, int merged) {
        int[] shorter = new int[word.length];
        int length = 0;
        for (int i = 0; i < word.length; i++) {
            if (i + 1 < word.length && word[i] == left && word[i + 1] == right) {
                shorter[length++] = merged;
                i++;
            } else {
                shorter[length++] = word[i];
            }
        }
        return length == word.length ? word : java.util.Arrays.copyOf(shorter, length);
    }

    private static Map<String, Object> content(List<String> symbols, List<String> merges) {
        Map<String, Integer> vocabulary = new LinkedHashMap<>();
        for (int i = 0; i < symbols.size(); i++) {
            vocabulary.put(symbols.get(i), i);
        }
        List<Map<String, Object>> added = new ArrayList<>();
        for (int i = 0; i < SPECIAL.size(); i++) {
            Map<String, Object> token = new LinkedHashMap<>();
            token.put("id", symbols.size() + i);
            token.put("content", SPECIAL.get(i));
            token.put("single_word", false);
            token.put("lstrip", false);
            token.put("rstrip", false);
            token.put("normalized", false);
            token.put("special", true);
            added.add(token);
        }
        Map<String, Object> byteLevel = new LinkedHashMap<>();
        byteLevel.put("type", "ByteLevel");
        byteLevel.put("add_prefix_space", false);
        byteLevel.put("trim_offsets", false);
        byteLevel.put("use_regex", true);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("type", "BPE");
        model.put("vocab", vocabulary);
        model.put("merges", merges);
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", "1.0");
        root.put("added_tokens", added);
        root.put("normalizer", Map.of("type", "NFC"));
        root.put("pre_tokenizer", byteLevel);
        root.put("decoder", byteLevel);
        root.put("model", model);
        return root;
    }
}
