package io.emaki.world;

import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Paints shapes under one light, with the outlines and shading that all of the world shares. */
final class Brush implements AutoCloseable {

    private static final double OUTLINE = 1.25;
    private static final float[] CEL = {0f, 0.33f, 0.41f, 1f};
    private static final float[] ROUND_CEL = {0f, 0.70f, 0.80f, 1f};

    private final Graphics2D g;
    private final Light light;

    private Brush(Graphics2D g, Light light) {
        this.g = g;
        this.light = light;
    }

    /** A brush whose unit is 1/256 of the picture's side. */
    static Brush on(BufferedImage picture, Light light) {
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double scale = picture.getWidth() / 256.0;
        g.scale(scale, scale);
        return new Brush(g, light);
    }

    Light light() {
        return light;
    }

    /** The same surface in daylight colours, for what shines by itself. */
    Brush glowing() {
        return new Brush(g, Light.DAY);
    }

    AffineTransform place() {
        return g.getTransform();
    }

    void at(double x, double y) {
        g.translate(x, y);
    }

    void at(double x, double y, double scale) {
        g.translate(x, y);
        g.scale(scale, scale);
    }

    void stretch(double x, double y) {
        g.scale(x, y);
    }

    void back(AffineTransform place) {
        g.setTransform(place);
    }

    void fill(Shape shape, int rgb) {
        g.setColor(Rgb.color(light.on(rgb)));
        g.fill(shape);
    }

    void fill(Shape shape, int rgb, double alpha) {
        g.setColor(Rgb.color(light.on(rgb), alpha));
        g.fill(shape);
    }

    /** From top to bottom of the given heights. */
    void fade(Shape shape, double y0, int top, double y1, int bottom) {
        g.setPaint(
                new GradientPaint(0, (float) y0, Rgb.color(light.on(top)), 0, (float) y1, Rgb.color(light.on(bottom))));
        g.fill(shape);
    }

    void fade(Shape shape, double y0, int top, double topAlpha, double y1, int bottom, double bottomAlpha) {
        g.setPaint(new GradientPaint(
                0,
                (float) y0,
                Rgb.color(light.on(top), topAlpha),
                0,
                (float) y1,
                Rgb.color(light.on(bottom), bottomAlpha)));
        g.fill(shape);
    }

    /** Flat colour whose left third lies in shade with a clean edge, lighter at the far right, with an outline. */
    void cel(Shape shape, int rgb) {
        Rectangle2D box = shape.getBounds2D();
        float x0 = (float) box.getX();
        float y0 = (float) (box.getY() + box.getHeight() * 0.62);
        float x1 = (float) (box.getMaxX() + 0.5);
        float y1 = (float) (box.getY() + box.getHeight() * 0.38);
        int base = light.on(rgb);
        g.setPaint(new LinearGradientPaint(x0, y0, x1, y1, CEL, new java.awt.Color[] {
            Rgb.color(Rgb.dark(base, 0.36)),
            Rgb.color(Rgb.dark(base, 0.22)),
            Rgb.color(base),
            Rgb.color(Rgb.light(base, 0.14))
        }));
        g.fill(shape);
        outline(shape, rgb);
    }

    /** A ball's shading: light from the upper right, a crescent of shade at the lower left. */
    void ball(Shape shape, int rgb) {
        Rectangle2D box = shape.getBounds2D();
        float radius = (float) (Math.max(box.getWidth(), box.getHeight()) * 0.72);
        int base = light.on(rgb);
        g.setPaint(new RadialGradientPaint(
                (float) (box.getCenterX() + box.getWidth() * 0.16),
                (float) (box.getCenterY() - box.getHeight() * 0.18),
                radius,
                ROUND_CEL,
                new java.awt.Color[] {
                    Rgb.color(Rgb.light(base, 0.12)),
                    Rgb.color(base),
                    Rgb.color(Rgb.dark(base, 0.2)),
                    Rgb.color(Rgb.dark(base, 0.34))
                },
                CycleMethod.NO_CYCLE));
        g.fill(shape);
        outline(shape, rgb);
    }

    void outline(Shape shape, int rgb) {
        line(shape, Rgb.dark(Rgb.scale(rgb, 0.5, 0.46, 0.5), 0.45), OUTLINE);
    }

    void line(Shape shape, int rgb, double width) {
        line(shape, rgb, width, 1);
    }

    void line(Shape shape, int rgb, double width, double alpha) {
        g.setColor(Rgb.color(light.on(rgb), alpha));
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    void line(double x0, double y0, double x1, double y1, int rgb, double width) {
        line(new Line2D.Double(x0, y0, x1, y1), rgb, width);
    }

    void rect(double x, double y, double w, double h, int rgb) {
        fill(new Rectangle2D.Double(x, y, w, h), rgb);
    }

    void round(double x, double y, double w, double h, double arc, int rgb) {
        fill(new RoundRectangle2D.Double(x, y, w, h, arc, arc), rgb);
    }

    void disc(double x, double y, double rx, double ry, int rgb) {
        fill(disc(x, y, rx, ry), rgb);
    }

    void disc(double x, double y, double rx, double ry, int rgb, double alpha) {
        fill(disc(x, y, rx, ry), rgb, alpha);
    }

    static Ellipse2D disc(double x, double y, double rx, double ry) {
        return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
    }

    /** Light that fades out from a centre; untouched by the scene's tint. */
    void glow(double x, double y, double radius, int rgb, double alpha) {
        g.setPaint(new RadialGradientPaint(
                (float) x,
                (float) y,
                (float) radius,
                new float[] {0f, 0.35f, 1f},
                new java.awt.Color[] {Rgb.color(rgb, alpha), Rgb.color(rgb, alpha * 0.5), Rgb.color(rgb, 0)},
                CycleMethod.NO_CYCLE));
        g.fill(disc(x, y, radius, radius));
    }

    /** Limb of {@link Shapes#limb} with outline and shade. */
    void limb(double[] joints, double w0, double w1, double w2, int rgb) {
        int edge = Rgb.dark(Rgb.scale(rgb, 0.5, 0.46, 0.5), 0.45);
        fill(Shapes.limb(joints, w0 + OUTLINE * 1.5, w1 + OUTLINE * 1.5, w2 + OUTLINE * 1.5), edge);
        fill(Shapes.limb(joints, w0, w1, w2), Rgb.dark(rgb, 0.24));
        double d = w1 * 0.13;
        double[] lit = {joints[0] + d, joints[1] - d, joints[2] + d, joints[3] - d, joints[4] + d, joints[5] - d};
        fill(Shapes.limb(lit, w0 - 2 * d, w1 - 2 * d, w2 - 2 * d), rgb);
    }

    void path(Path2D path, int rgb, double width) {
        line(path, rgb, width);
    }

    @Override
    public void close() {
        g.dispose();
    }
}
