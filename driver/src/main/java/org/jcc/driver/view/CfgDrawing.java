package org.jcc.driver.view;

import java.util.Arrays;
import java.util.Locale;

/**
 * Draws a control-flow graph as SVG: a layered layout (Sugiyama, Tagawa, Toda, "Methods for visual understanding of hierarchical
 * system structures", 1981). A block's layer is its longest way from the entry over edges that do not close a cycle; the order within a
 * layer comes from four sweeps of barycentres. Edges that go back are drawn at the right, dashed.
 */
final class CfgDrawing {
    private static final int WIDTH = 112, HEIGHT = 34, GAP_X = 22, GAP_Y = 40;

    /**
     * A graph to draw; node 0 is the entry.
     *
     * @param names  of the blocks, as the text has them
     * @param notes  a few words below each name
     * @param succs  successors by node
     */
    record Graph(String[] names, String[] notes, int[][] succs) {}

    private final Graph g;
    private final int n;
    private final int[] order;
    private final int[] number;
    private final int[] layer;
    private final double[] x;
    private int reached;

    private CfgDrawing(Graph g) {
        this.g = g;
        n = g.names.length;
        order = new int[n];
        number = new int[n];
        layer = new int[n];
        x = new double[n];
    }

    static String svg(Graph g) {
        return g.names.length == 0 ? "" : new CfgDrawing(g).draw();
    }

    /** Reverse postorder of what the entry reaches, the rest behind it. */
    private void sort() {
        boolean[] seen = new boolean[n];
        int[] stack = new int[n + 1];
        int[] next = new int[n];
        int[] post = new int[n];
        int depth = 0;
        for (int root = 0; root < n; root++) {
            if (seen[root]) continue;
            int begin = reached;
            seen[root] = true;
            stack[depth++] = root;
            while (depth > 0) {
                int b = stack[depth - 1];
                if (next[b] < g.succs[b].length) {
                    int s = g.succs[b][next[b]++];
                    if (!seen[s]) {
                        seen[s] = true;
                        stack[depth++] = s;
                    }
                } else {
                    depth--;
                    post[reached++] = b;
                }
            }
            for (int i = begin, j = reached - 1; i <= j; i++, j--) {
                order[i] = post[j];
                order[j] = post[i];
            }
        }
        for (int i = 0; i < n; i++) number[order[i]] = i;
    }

    private String draw() {
        sort();
        int layers = 0;
        for (int b : order) {
            for (int s : g.succs[b]) if (number[s] > number[b]) layer[s] = Math.max(layer[s], layer[b] + 1);
            layers = Math.max(layers, layer[b] + 1);
        }
        int[] size = new int[layers];
        for (int b = 0; b < n; b++) size[layer[b]]++;
        int[][] rows = new int[layers][];
        for (int l = 0; l < layers; l++) rows[l] = new int[size[l]];
        Arrays.fill(size, 0);
        for (int b : order) rows[layer[b]][size[layer[b]]++] = b;
        place(rows);
        for (int sweep = 0; sweep < 4; sweep++) {
            double[] centre = new double[n];
            int[] count = new int[n];
            boolean down = sweep % 2 == 0;
            for (int b = 0; b < n; b++) {
                for (int s : g.succs[b]) {
                    if (number[s] <= number[b]) continue;
                    int to = down ? s : b;
                    centre[to] += x[down ? b : s];
                    count[to]++;
                }
            }
            for (int[] row : rows) {
                Integer[] sorted = new Integer[row.length];
                for (int i = 0; i < row.length; i++) sorted[i] = row[i];
                Arrays.sort(sorted, (a, b) -> Double.compare(count[a] == 0 ? x[a] : centre[a] / count[a], count[b] == 0 ? x[b] : centre[b] / count[b]));
                for (int i = 0; i < row.length; i++) row[i] = sorted[i];
            }
            place(rows);
        }
        return svg(layers);
    }

    /** Rows centred above each other. */
    private void place(int[][] rows) {
        for (int[] row : rows) for (int i = 0; i < row.length; i++) x[row[i]] = (i - (row.length - 1) / 2.0) * (WIDTH + GAP_X);
    }

    private String svg(int layers) {
        double left = 0, right = 0;
        for (double v : x) {
            left = Math.min(left, v);
            right = Math.max(right, v);
        }
        double shift = GAP_X + WIDTH / 2.0 - left;
        int lanes = 0;
        StringBuilder edges = new StringBuilder();
        double border = right + shift + WIDTH / 2.0;
        for (int b = 0; b < n; b++) {
            for (int k = 0; k < g.succs[b].length; k++) {
                int s = g.succs[b][k];
                double x1 = x[b] + shift + (g.succs[b].length == 1 ? 0 : (k - (g.succs[b].length - 1) / 2.0) * Math.min(24.0, (WIDTH - 20.0) / g.succs[b].length));
                double y1 = GAP_Y + layer[b] * (HEIGHT + GAP_Y) + HEIGHT;
                double x2 = x[s] + shift;
                double y2 = GAP_Y + layer[s] * (HEIGHT + GAP_Y);
                boolean back = number[s] <= number[b];
                if (back) {
                    double lane = border + 12 + 7 * (lanes++ % 12);
                    edges.append(String.format(Locale.ROOT, "<path class=\"back\" d=\"M%.0f %.0f C%.0f %.0f %.0f %.0f %.0f %.0f C%.0f %.0f %.0f %.0f %.0f %.0f\"/>",
                            x1, y1, x1, y1 + 24, lane, y1 + 24, lane, (y1 + y2) / 2, lane, y2 - 24, x2 + 10, y2 - 24, x2 + 10, y2));
                } else {
                    double bend = Math.min(60, (y2 - y1) / 2);
                    edges.append(String.format(Locale.ROOT, "<path d=\"M%.0f %.0f C%.0f %.0f %.0f %.0f %.0f %.0f\"/>", x1, y1, x1, y1 + bend, x2, y2 - bend, x2, y2));
                }
            }
        }
        StringBuilder sb = new StringBuilder();
        sb.append(String.format(Locale.ROOT, "<svg class=\"cfg\" viewBox=\"0 0 %.0f %d\" style=\"max-width:%.0fpx\">", border + GAP_X + (lanes > 0 ? 100 : 0), GAP_Y + layers * (HEIGHT + GAP_Y), border + GAP_X + 100));
        sb.append("<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>");
        sb.append(edges);
        for (int b = 0; b < n; b++) {
            double cx = x[b] + shift;
            int y = GAP_Y + layer[b] * (HEIGHT + GAP_Y);
            sb.append(String.format(Locale.ROOT, "<g data-block=\"%s\"><rect x=\"%.0f\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/><text x=\"%.0f\" y=\"%d\">%s</text><text class=\"note\" x=\"%.0f\" y=\"%d\">%s</text></g>",
                    escape(g.names[b]), cx - WIDTH / 2.0, y, WIDTH, HEIGHT, cx, y + 14, escape(g.names[b]), cx, y + 27, escape(g.notes[b])));
        }
        return sb.append("</svg>").toString();
    }

    static String escape(String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
