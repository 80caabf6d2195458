package io.emaki.cli;

import io.emaki.evaluation.DriftCurve;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Two charts, one above the other: who is still the same person, and how far pictures are from the truth. */
final class DriftPlot {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 360;

    private final DriftCurve plain;
    private final DriftCurve anew;
    private final String anewName;

    DriftPlot(DriftCurve plain, DriftCurve anew, int reanchorAfter) {
        this.plain = plain;
        this.anew = anew;
        this.anewName = "from the first picture again after " + reanchorAfter;
    }

    byte[] png(String title) {
        XYChart same = chart(title, "chains with every attribute kept", DriftCurve::same);
        same.getStyler().setYAxisMin(0.0).setYAxisMax(1.05).setLegendPosition(LegendPosition.InsideSW);
        XYChart error = chart("", "mean error, 0 to 255", DriftCurve::error);
        error.getStyler().setYAxisMin(0.0).setLegendPosition(LegendPosition.InsideSE);
        BufferedImage both = new BufferedImage(WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = both.createGraphics();
        graphics.drawImage(BitmapEncoder.getBufferedImage(same), 0, 0, null);
        graphics.drawImage(BitmapEncoder.getBufferedImage(error), 0, HEIGHT, null);
        graphics.dispose();
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(both, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("--plot: the chart cannot be drawn", e);
        }
    }

    private XYChart chart(String title, String axis, Function<DriftCurve, List<Double>> values) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("edits")
                .yAxisTitle(axis)
                .build();
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        line(chart, "each edit of the picture before", values.apply(plain));
        line(chart, anewName, values.apply(anew));
        return chart;
    }

    private static void line(XYChart chart, String name, List<Double> values) {
        List<Integer> edits = IntStream.rangeClosed(1, values.size()).boxed().toList();
        chart.addSeries(name, edits, values).setMarker(SeriesMarkers.CIRCLE);
    }
}
