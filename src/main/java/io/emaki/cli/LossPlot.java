package io.emaki.cli;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws losses over steps as a PNG. */
final class LossPlot {

    private static final Logger LOG = LoggerFactory.getLogger(LossPlot.class);
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    /** Share of the newest value in the smoothed line. */
    private static final double NEWEST = 0.05;

    private final XYChart chart;
    private boolean empty = true;

    /**
     * Draws into the file. On a machine without fonts no chart can be drawn, which must not end a training: then there is
     * a warning instead.
     */
    static void draw(String title, Path png, Consumer<LossPlot> lines) {
        try {
            LossPlot plot = new LossPlot(title);
            lines.accept(plot);
            plot.write(png);
        } catch (IOException e) {
            throw new UncheckedIOException(png + " cannot be written", e);
        } catch (LinkageError | InternalError | RuntimeException noFonts) {
            LOG.warn("{} is not drawn: this machine has no fonts", png, noFonts);
        }
    }

    private LossPlot(String title) {
        chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("step")
                .yAxisTitle("loss")
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.InsideNE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
    }

    /** A line through the points; fewer than two points are left out. */
    LossPlot line(String name, List<Double> steps, List<Double> losses) {
        return steps.size() < 2 ? this : add(name, steps, losses, 2.5f);
    }

    /** The losses of single steps as a thin line, and their moving average as a thick one. */
    LossPlot noisy(String name, List<Double> steps, List<Double> losses) {
        if (steps.size() < 2) {
            return this;
        }
        List<Double> smooth = new ArrayList<>();
        double sum = 0;
        double weight = 0;
        for (double loss : losses) {
            sum = sum * (1 - NEWEST) + loss * NEWEST;
            weight = weight * (1 - NEWEST) + NEWEST;
            smooth.add(sum / weight);
        }
        return add(name, steps, losses, 0.5f).add(name + ", moving average", steps, smooth, 2.5f);
    }

    private LossPlot add(String name, List<Double> steps, List<Double> losses, float width) {
        XYSeries series = chart.addSeries(name, steps, losses);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineWidth(width);
        empty = false;
        return this;
    }

    /** Replaces the file; nothing is written while there is no line. */
    private void write(Path png) throws IOException {
        if (empty) {
            return;
        }
        Path temporary = png.resolveSibling(png.getFileName() + ".part");
        ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", temporary.toFile());
        Files.move(temporary, png, StandardCopyOption.REPLACE_EXISTING);
    }
}
