package org.entente.web.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.text.ShortText;

/** Names on a ring with lines between pairs; the more often a pair occurs, the thicker its line. */
public final class Ring {
    /** Largest number of names; those with the most lines are kept. */
    public static final int MOST = 60;

    private static final double LETTER = 7.4;
    private static final int LONGEST = 34;

    /**
     * One end of a line.
     *
     * @param key distinguishes it from others with the same name
     * @param href address of the link; "" for none
     */
    public record End(String key, String label, String href) {}

    /**
     * A line.
     *
     * @param times how often the pair occurs
     */
    public record Tie(End a, End b, int times) {}

    private Ring() {}

    /** Draws the ring; without lines the picture has no drawing. */
    public static Picture of(String title, List<Tie> ties, Translator words) {
        Map<String, End> ends = new LinkedHashMap<>();
        Map<String, Integer> degrees = new LinkedHashMap<>();
        for (Tie tie : ties) {
            for (End end : List.of(tie.a(), tie.b())) {
                ends.putIfAbsent(end.key(), end);
                degrees.merge(end.key(), tie.times(), Integer::sum);
            }
        }
        List<End> kept = ends.values().stream()
                .sorted(Comparator.comparingInt((End e) -> -degrees.getOrDefault(e.key(), 0))
                        .thenComparing(End::label))
                .limit(MOST)
                .toList();
        List<End> ring = neighbours(kept, ties);
        List<Tie> drawn = ties.stream()
                .filter(t -> ring.contains(t.a()) && ring.contains(t.b()))
                .toList();
        String description = words.get("picture.ring.text", ring.size(), drawn.size())
                + (ends.size() > ring.size() ? " " + words.get("picture.ring.cut", ends.size() - ring.size()) : "");
        DataTable twin = new DataTable(
                List.of(words.get("picture.from"), words.get("picture.to"), words.get("picture.times")),
                ties.stream()
                        .map(t -> List.of(
                                new DataTable.Entry(t.a().label(), t.a().href()),
                                new DataTable.Entry(t.b().label(), t.b().href()),
                                DataTable.Entry.of(Integer.toString(t.times()))))
                        .toList());
        return new Picture(
                "network",
                title,
                description,
                drawn.isEmpty() ? "" : draw(title, description, ring, drawn),
                List.of(),
                twin);
    }

    /** Orders the names so that connected ones stand side by side. */
    private static List<End> neighbours(List<End> ends, List<Tie> ties) {
        List<End> left = new ArrayList<>(ends);
        List<End> ring = new ArrayList<>();
        while (!left.isEmpty()) {
            End last = ring.isEmpty() ? null : ring.getLast();
            End next = left.stream()
                    .filter(e -> last != null && ties.stream().anyMatch(t -> joins(t, last, e)))
                    .findFirst()
                    .orElse(left.getFirst());
            ring.add(next);
            left.remove(next);
        }
        return ring;
    }

    private static boolean joins(Tie tie, End a, End b) {
        return tie.a().equals(a) && tie.b().equals(b)
                || tie.a().equals(b) && tie.b().equals(a);
    }

    private static String draw(String title, String description, List<End> ring, List<Tie> ties) {
        double radius = Math.max(110, ring.size() * 21 / (2 * Math.PI));
        double longest = ring.stream()
                .mapToDouble(e -> LETTER * ShortText.of(e.label(), LONGEST).length())
                .max()
                .orElse(0);
        double half = radius + longest + 20;
        String id = "r" + Integer.toHexString(title.hashCode());
        Svg svg = new Svg();
        svg.start(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "network",
                "role",
                "group",
                "aria-labelledby",
                id,
                "viewBox",
                Svg.number(-half) + " " + Svg.number(-half) + " " + Svg.number(2 * half) + " " + Svg.number(2 * half));
        svg.text("title", title, "id", id);
        svg.text("desc", description);
        int most = ties.stream().mapToInt(Tie::times).max().orElse(1);
        for (Tie tie : ties) {
            double[] a = at(ring.indexOf(tie.a()), ring.size(), radius);
            double[] b = at(ring.indexOf(tie.b()), ring.size(), radius);
            svg.start(
                    "path",
                    "class",
                    "tie",
                    "stroke-width",
                    Svg.number(1 + 4 * Math.sqrt(tie.times() / (double) most)),
                    "d",
                    "M" + Svg.number(a[0]) + " " + Svg.number(a[1]) + "Q" + Svg.number((a[0] + b[0]) * 0.2) + " "
                            + Svg.number((a[1] + b[1]) * 0.2) + " " + Svg.number(b[0]) + " " + Svg.number(b[1]));
            svg.text("title", tie.a().label() + " – " + tie.b().label()).end();
        }
        for (int i = 0; i < ring.size(); i++) {
            End end = ring.get(i);
            double[] p = at(i, ring.size(), radius);
            double degrees = 360.0 * i / ring.size() - 90;
            boolean right = Math.cos(Math.toRadians(degrees)) >= 0;
            boolean link = !end.href().isEmpty();
            svg.start(link ? "a" : "g", "class", "item", link ? "href" : "data-end", link ? end.href() : "");
            svg.leaf("circle", "cx", Svg.number(p[0]), "cy", Svg.number(p[1]), "r", "6");
            svg.text(
                    "text",
                    ShortText.of(end.label(), LONGEST),
                    "class",
                    "name",
                    "text-anchor",
                    right ? "start" : "end",
                    "transform",
                    "rotate(" + Svg.number(right ? degrees : degrees + 180) + ") translate("
                            + Svg.number(right ? radius + 11 : -radius - 11) + " 4)");
            svg.end();
        }
        return svg.end().toString();
    }

    private static double[] at(int index, int of, double radius) {
        double angle = Math.toRadians(360.0 * index / of - 90);
        return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
    }
}
