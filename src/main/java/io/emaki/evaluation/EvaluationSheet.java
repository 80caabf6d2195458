package io.emaki.evaluation;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pictures of an evaluation to look at: reference, picture of each entrant and truth in a row, and under them the text. */
public final class EvaluationSheet {

    private static final int LARGEST_CELL = 256;
    private static final int GAP = 12;
    private static final int LINE = 16;
    private static final int LINES = 5;
    private static final Color RIGHT = new Color(0x9FD69F);
    private static final Color WRONG = new Color(0xF0A0A0);

    private final int rows;
    private final int entrants;
    private final Map<Task, @Nullable GradedPicture[]> kept = new TreeMap<>();

    /**
     * @param rows edits that are kept, the first ones; of captions and of chains a third as many. 0 keeps nothing
     * @param entrants of the evaluation
     */
    public EvaluationSheet(int rows, int entrants) {
        this.rows = rows;
        this.entrants = entrants;
    }

    synchronized void add(int entrant, GradedPicture graded) {
        Task task = graded.task();
        int most = task.part() == Part.EDIT ? rows : rows / 3;
        if (task.index() < most) {
            kept.computeIfAbsent(task, t -> new GradedPicture[entrants])[entrant] = graded;
        }
    }

    /** Empty where nothing was kept. */
    public synchronized BufferedImage draw() {
        int columns = entrants == 1 ? 3 : 2;
        int cell = kept.values().stream()
                .flatMap(EvaluationSheet::present)
                .mapToInt(graded -> Math.min(LARGEST_CELL, graded.picture().getWidth()))
                .max()
                .orElse(LARGEST_CELL);
        int width = (entrants + 2) * cell + GAP;
        int height = cell + LINES * LINE + GAP;
        int lines = Math.max(1, (kept.size() + columns - 1) / columns);
        BufferedImage sheet = new BufferedImage(columns * width, lines * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        int i = 0;
        for (@Nullable GradedPicture[] pictures : kept.values()) {
            draw(g, pictures, i % columns * width, i / columns * height, cell);
            i++;
        }
        g.dispose();
        return sheet;
    }

    private static Stream<GradedPicture> present(@Nullable GradedPicture[] pictures) {
        return Arrays.stream(pictures).filter(Objects::nonNull);
    }

    private static void draw(Graphics2D g, @Nullable GradedPicture[] pictures, int x, int y, int cell) {
        GradedPicture last = present(pictures).reduce((a, b) -> b).orElseThrow();
        if (last.reference() != null) {
            g.drawImage(last.reference(), x, y, cell, cell, null);
        }
        for (int k = 0; k < pictures.length; k++) {
            GradedPicture graded = pictures[k];
            if (graded != null) {
                g.drawImage(graded.picture(), x + (k + 1) * cell, y, cell, cell, null);
            }
        }
        int truth = x + (pictures.length + 1) * cell;
        g.drawImage(last.truth(), truth, y, cell, cell, null);
        int width = truth + cell - x - 8;
        g.setColor(Color.WHITE);
        List<String> text = wrapped(g.getFontMetrics(), readable(last.task(), g.getFont()), width);
        int room = Math.min(text.size(), LINES - 1);
        write(g, text.subList(0, room), x + 4, y + cell);
        boolean right = last.grade().allRight();
        g.setColor(right ? RIGHT : WRONG);
        List<String> verdict = wrapped(
                g.getFontMetrics(),
                right ? "right" : String.join("; ", Miss.of(last).wrong()),
                width);
        write(g, verdict.subList(0, Math.min(verdict.size(), LINES - room)), x + 4, y + cell + room * LINE);
    }

    private static void write(Graphics2D g, List<String> lines, int x, int y) {
        for (int k = 0; k < lines.size(); k++) {
            g.drawString(lines.get(k), x, y + LINE * (k + 1));
        }
    }

    /** The text, or where the machine has no font for it, its language and what it asks for. */
    private static String readable(Task task, Font font) {
        if (font.canDisplayUpTo(task.text()) < 0) {
            return task.text();
        }
        return "(" + Miss.words(task.last().language()) + ") "
                + task.asked().stream()
                        .map(axis -> Miss.words(axis) + ": "
                                + Miss.words(axis.of(task.last().target())))
                        .collect(Collectors.joining("; "));
    }

    /** Lines that fit the width, broken at any character, as Japanese and Chinese can be. */
    private static List<String> wrapped(FontMetrics font, String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty()) {
            int fits = rest.length();
            while (fits > 1 && font.stringWidth(rest.substring(0, fits)) > width) {
                fits--;
            }
            int space = rest.lastIndexOf(' ', fits);
            int end = fits < rest.length() && space > fits / 2 ? space : fits;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        return lines;
    }
}
