package io.emaki.policy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ages below 18 years in figures and in words of English, Japanese and Chinese. */
final class MinorAge {

    private static final int ADULT = 18;

    private static final List<String> WORDS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen");

    private static final String NUMBER = "(?<![\\w.])(\\d{1,4}|" + String.join("|", WORDS) + ")";
    private static final List<Pattern> ENGLISH = List.of(
            Pattern.compile(NUMBER + "[\\s-]*(?:years?|yrs?|y)[\\s.-]*(?:olds?|o)\\b"),
            Pattern.compile(NUMBER + "[\\s-]*(?:y/o|years? of age)"),
            Pattern.compile("\\b(?:ages?|aged|turn(?:s|ed|ing)?|looks?|looking|appears?|girl of|boy of|child of)"
                    + "[\\s:=]*(?:(?:of|is|was|about|around|like|only|just|barely|to be|an?)\\s+){0,4}" + NUMBER
                    + "\\b"),
            Pattern.compile(NUMBER + "(?:st|nd|rd|th)[\\s-]*(?:birthday|grade)"),
            Pattern.compile("(?<!\\w)(1[0-7])[fm]\\b"));
    private static final Pattern YOUNGER_THAN = Pattern.compile(
            "\\b(?:under|below|younger than|not yet)\\s+(?:the\\s+age\\s+of\\s+)?" + NUMBER
                    + "\\b(?!\\s*(?:metres|meters|feet|minutes|hours|degrees|%))|\\b(?:under|below|not yet) eighteen\\b");
    private static final Pattern EAST_ASIAN =
            Pattern.compile("(?<![\\d.])(\\d{1,4}|[〇零一二两三四五六七八九十百千万]+)\\s*(?:[歳岁歲]|才(?![能女子华華智情人有是会會可]))");

    private MinorAge() {}

    /** @param folded lower case with plain digits */
    static boolean isIn(String folded) {
        return ENGLISH.stream()
                        .anyMatch(expression ->
                                expression.matcher(folded).results().anyMatch(age -> english(age) < ADULT))
                || YOUNGER_THAN.matcher(folded).results().anyMatch(age -> english(age) <= ADULT)
                || EAST_ASIAN.matcher(folded).results().anyMatch(age -> eastAsian(age.group(1)) < ADULT);
    }

    private static int english(MatchResult age) {
        String number = age.group(1);
        if (number == null) {
            return ADULT;
        }
        int word = WORDS.indexOf(number);
        return word >= 0 ? word : Integer.parseInt(number);
    }

    /** Two neighbouring digits are an estimate ("fifteen or sixteen"), of which the lower one counts. */
    private static int eastAsian(String number) {
        if (Character.isDigit(number.charAt(0))) {
            return Integer.parseInt(number);
        }
        String digits = number.replace('零', '〇').replace('两', '二');
        if (digits.matches(".*[百千万].*")) {
            return Integer.MAX_VALUE;
        }
        int ten = digits.indexOf('十');
        if (ten >= 0) {
            int tens = ten == 0 ? 1 : digit(digits, ten - 1);
            return tens * 10 + (ten + 1 < digits.length() ? digit(digits, ten + 1) : 0);
        }
        int first = digit(digits, 0);
        boolean estimate = digits.length() == 1 || digit(digits, 1) == first + 1;
        return estimate ? first : first * 10 + digit(digits, 1);
    }

    private static int digit(String digits, int index) {
        return "〇一二三四五六七八九".indexOf(digits.charAt(index));
    }
}
