package io.emaki.world;

import java.awt.geom.Path2D;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Builders of outlines in picture units (256 to a side). */
final class Shapes {

    private static final Map<String, Path2D> PARSED = new ConcurrentHashMap<>();

    private Shapes() {}

    /** A path in the SVG subset M, L, C, Q, Z with absolute coordinates; parsed once, so not to be changed. */
    static Path2D svg(String data) {
        Path2D known = PARSED.get(data);
        return known != null ? known : PARSED.computeIfAbsent(data, Shapes::parse);
    }

    private static Path2D parse(String data) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        String[] tokens = data.trim().replaceAll("([MLCQZ])", " $1 ").trim().split("[\\s,]+");
        int i = 0;
        char command = 'M';
        double[] n = new double[6];
        while (i < tokens.length) {
            if (Character.isLetter(tokens[i].charAt(0))) {
                command = tokens[i++].charAt(0);
                if (command == 'Z') {
                    path.closePath();
                    continue;
                }
            }
            int count = command == 'C' ? 6 : command == 'Q' ? 4 : 2;
            for (int k = 0; k < count; k++) {
                n[k] = Double.parseDouble(tokens[i++]);
            }
            switch (command) {
                case 'M' -> path.moveTo(n[0], n[1]);
                case 'L' -> path.lineTo(n[0], n[1]);
                case 'Q' -> path.quadTo(n[0], n[1], n[2], n[3]);
                case 'C' -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
                default -> throw new IllegalArgumentException("path: unknown command " + command);
            }
        }
        return path;
    }

    static Path2D polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** A closed smooth outline through the points (Catmull-Rom). */
    static Path2D blob(double... xy) {
        int n = xy.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 0; i < n; i++) {
            int before = 2 * ((i + n - 1) % n);
            int from = 2 * i;
            int to = 2 * ((i + 1) % n);
            int after = 2 * ((i + 2) % n);
            path.curveTo(
                    xy[from] + (xy[to] - xy[before]) / 6,
                    xy[from + 1] + (xy[to + 1] - xy[before + 1]) / 6,
                    xy[to] - (xy[after] - xy[from]) / 6,
                    xy[to + 1] - (xy[after + 1] - xy[from + 1]) / 6,
                    xy[to],
                    xy[to + 1]);
        }
        path.closePath();
        return path;
    }

    /**
     * A limb along three joints, its width going from {@code w0} at the first over {@code w1} to {@code w2} at the last,
     * round at the joint and at the end.
     */
    static Path2D limb(double[] joints, double w0, double w1, double w2) {
        double ax = joints[0];
        double ay = joints[1];
        double bx = joints[2];
        double by = joints[3];
        double cx = joints[4];
        double cy = joints[5];
        double l1 = Math.max(1e-6, Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay)));
        double l2 = Math.max(1e-6, Math.sqrt((cx - bx) * (cx - bx) + (cy - by) * (cy - by)));
        double ux = (bx - ax) / l1;
        double uy = (by - ay) / l1;
        double vx = (cx - bx) / l2;
        double vy = (cy - by) / l2;
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        segment(path, ax, ay, bx, by, ux, uy, w0 / 2, w1 / 2);
        segment(path, bx, by, cx, cy, vx, vy, w1 / 2, w2 / 2);
        return path;
    }

    /** A tapered capsule; overlapping capsules of one direction of turning merge under the non-zero rule. */
    private static void segment(
            Path2D path, double ax, double ay, double bx, double by, double ux, double uy, double r0, double r1) {
        double nx = -uy;
        double k = 1.333;
        path.moveTo(ax + nx * r0, ay + ux * r0);
        path.curveTo(
                ax + nx * r0 - ux * r0 * k, ay + ux * r0 - uy * r0 * k,
                ax - nx * r0 - ux * r0 * k, ay - ux * r0 - uy * r0 * k,
                ax - nx * r0, ay - ux * r0);
        path.lineTo(bx - nx * r1, by - ux * r1);
        path.curveTo(
                bx - nx * r1 + ux * r1 * k, by - ux * r1 + uy * r1 * k,
                bx + nx * r1 + ux * r1 * k, by + ux * r1 + uy * r1 * k,
                bx + nx * r1, by + ux * r1);
        path.closePath();
    }
}
