package io.emaki.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class StoryboardTest {

    @Test
    void growsWithItsTextAndKeepsEveryPictureWhole() throws Exception {
        Panel shortText = panel("Hello.", List.of(), false);
        Panel longText = panel(
                "She walks on through the snow. ".repeat(40),
                List.of(
                        new Panel.Change("scene", "scene set: a snowy mountain at night"),
                        new Panel.Change("pose", "pose set: sitting")),
                true);

        BufferedImage one = new Storyboard("A title", "One line", List.of(shortText)).draw();
        BufferedImage two = new Storyboard("A title", "One line", List.of(shortText, longText)).draw();
        Path file = Path.of("target", "storyboard-sample.png");
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(two, "png", file.toFile());

        assertThat(two.getHeight()).isGreaterThan(one.getHeight() + 400);
        assertThat(pixelsOf(Color.MAGENTA, two)).isBetween(330 * 330, 337 * 337);
        BufferedImage three = board(shortText, 3);
        BufferedImage four = board(shortText, 4);
        assertThat(three.getHeight()).isEqualTo(one.getHeight());
        assertThat(four.getHeight()).as("the fourth begins a row").isGreaterThan(three.getHeight() + 336);
        assertThat(pixelsOf(Color.MAGENTA, one))
                .as("an unchanged picture is dimmed")
                .isZero();
    }

    private static BufferedImage board(Panel panel, int count) {
        return new Storyboard("A title", "One line", Collections.nCopies(count, panel)).draw();
    }

    @Test
    void breaksTextWithoutSpaces() {
        int oneLine = TextBlock.of("雪の中", Ink.STORY, 600).height();

        assertThat(TextBlock.of("雪の中を歩いて行く。".repeat(30), Ink.STORY, 600).height())
                .isGreaterThan(5 * oneLine);
    }

    private static Panel panel(String text, List<Panel.Change> changes, boolean fresh) {
        BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.MAGENTA);
        canvas.fillRect(0, 0, 64, 64);
        canvas.dispose();
        return new Panel(1, "narrator", text, "a gloss", changes, "edited in 1.2 s, webhook verified", picture, fresh);
    }

    private static int pixelsOf(Color color, BufferedImage image) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == color.getRGB() ? 1 : 0;
            }
        }
        return count;
    }
}
