package io.emaki.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.util.Map;

/** Colours and fonts of the storyboard. Java's logical fonts pick an installed font for each script by themselves. */
final class Ink {

    static final Color PAPER = new Color(0xF7F2E8);
    static final Color FRAME = new Color(0xD9CFBC);
    static final Color TEXT = new Color(0x2B2622);
    static final Color FAINT = new Color(0x857A6C);
    static final Color ON_CHIP = Color.WHITE;

    private static final Color OTHER_AXIS = new Color(0x6B6B6B);
    private static final Map<String, Color> AXES = Map.of(
            "outfit", new Color(0xA63D40),
            "scene", new Color(0x2F6690),
            "pose", new Color(0x8A6A1F),
            "companion", new Color(0x3B7A57));

    static final Font TITLE = new Font(Font.SERIF, Font.BOLD, 34);
    static final Font STORY = new Font(Font.SERIF, Font.PLAIN, 17);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font CHIP = new Font(Font.SANS_SERIF, Font.BOLD, 14);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.BOLD, 12).deriveFont(Map.of(TextAttribute.TRACKING, 0.12));

    private Ink() {}

    static Color ofAxis(String axis) {
        return AXES.getOrDefault(axis, OTHER_AXIS);
    }
}
