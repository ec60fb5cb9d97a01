package org.entente.web.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.encounter.Named;
import org.entente.network.Network;
import org.entente.network.Network.Contact;
import org.entente.network.Network.Member;
import org.entente.text.ShortText;
import org.entente.web.page.Messages;

/**
 * A network drawn as a ring around the person it is about. Members with strong contacts stand side by side. Equal
 * networks give equal pictures.
 *
 * @param description the picture in words, for screen readers
 * @param lines the contacts, the weakest first, so that strong ones are drawn on top
 * @param legend the states of the members, the most frequent first
 */
public record NetworkPicture(
        String title, String description, int width, int height, List<Line> lines, List<Dot> dots, List<Side> legend) {
    /** Largest number of members. */
    static final int MOST = 60;
    /** Largest number of lines. */
    static final int MOST_LINES = 150;

    private static final double LETTER = 7.6;
    private static final int DOT = 11;
    private static final int LONGEST = 34;
    /** Up to this many members, labels are horizontal; with more they would overlap. */
    private static final int FLAT = 12;

    /**
     * A member.
     *
     * @param id IRI of the member
     * @param letter country code of the member's state; "" if there is none
     * @param look the CSS class with the colour of the state
     * @param post whether the member is an office
     */
    public record Dot(String id, Circle circle, String letter, String look, boolean post, Label label) {}

    /** A circle, in units of the picture. */
    public record Circle(String x, String y, int radius) {}

    /**
     * The label of a member.
     *
     * @param anchor its alignment: start, middle or end
     * @param turn the SVG transformation that moves and rotates it
     */
    public record Label(String text, String anchor, String turn) {}

    /** A contact. */
    public record Line(String path, String width, boolean happened, String label) {}

    /** A state with its colour. */
    public record Side(String letter, String look, String name) {}

    /** The contacts to draw: first the strongest of each member, then the strongest of all. */
    static List<Contact> strongest(Network network) {
        Set<Contact> kept = new HashSet<>();
        Set<Node> seen = new HashSet<>();
        for (Contact contact : network.contacts()) {
            boolean first = seen.add(contact.a().node()) | seen.add(contact.b().node());
            if (first) {
                kept.add(contact);
            }
        }
        network.contacts().stream()
                .filter(c -> !kept.contains(c))
                .limit(Math.max(0, MOST_LINES - kept.size()))
                .toList()
                .forEach(kept::add);
        return network.contacts().stream().filter(kept::contains).toList();
    }

    static NetworkPicture of(Network network, List<Contact> contacts, Polities polities, String title, Messages text) {
        List<Side> legend = legend(network, polities, text);
        List<Member> ring = ring(network, contacts);
        boolean flat = ring.size() <= FLAT;
        double radius = flat ? 80 + 8.0 * ring.size() : Math.max(200, ring.size() * 19 / (2 * Math.PI));
        double longest = ring.stream()
                .mapToDouble(
                        m -> LETTER * ShortText.of(m.named().label(), LONGEST).length())
                .max()
                .orElse(0);
        int width = (int) (2 * (radius + DOT + 15 + longest));
        int height = (int) (2 * (radius + (flat ? 45 : DOT + 15 + longest)));
        double middleX = width / 2.0;
        double middleY = height / 2.0;

        List<Dot> dots = new ArrayList<>();
        Map<Node, double[]> at = new HashMap<>();
        network.center().ifPresent(center -> at.put(center.node(), new double[] {middleX, middleY}));
        for (int i = 0; i < ring.size(); i++) {
            double angle = 2 * Math.PI * i / ring.size() - Math.PI / 2 + Math.PI / Math.max(2, ring.size());
            double x = middleX + radius * Math.cos(angle);
            double y = middleY + radius * Math.sin(angle);
            at.put(ring.get(i).named().node(), new double[] {x, y});
            dots.add(dot(ring.get(i), polities.of(ring.get(i)), x, y, angle, flat));
        }
        network.members().stream()
                .filter(m -> network.center().isPresent()
                        && m.named().node().equals(network.center().get().node()))
                .forEach(m -> dots.add(new Dot(
                        TieEvidence.iri(m.named().node()),
                        new Circle(number(middleX), number(middleY), DOT + 3),
                        polities.of(m),
                        Polities.look(polities.of(m)),
                        isPost(m.named()),
                        new Label(
                                ShortText.of(m.named().label(), LONGEST),
                                "middle",
                                "translate(" + number(middleX) + " " + number(middleY + DOT + 20) + ")"))));

        double strongest =
                contacts.stream().mapToDouble(Contact::strength).max().orElse(1);
        List<Line> lines = contacts.reversed().stream()
                .map(c -> line(c, at, middleX, middleY, strongest, text.language()))
                .toList();
        Contact first = contacts.getFirst();
        String description = text.get(
                "network.picture",
                dots.size(),
                lines.size(),
                first.a().label(),
                first.b().label(),
                Decimals.of(first.strength(), text.language()));
        return new NetworkPicture(title, description, width, height, lines, dots, legend);
    }

    private static Dot dot(Member member, String polity, double x, double y, double angle, boolean flat) {
        double away = DOT + 5;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        String anchor = cos >= 0 ? "start" : "end";
        String turn;
        if (flat) {
            boolean upright = Math.abs(cos) < 0.2;
            anchor = upright ? "middle" : anchor;
            double down = upright ? (sin < 0 ? -away : away + 10) : 5;
            turn = "translate(" + number(x + (upright ? 0 : Math.signum(cos) * away)) + " " + number(y + down) + ")";
        } else {
            double degrees = Math.toDegrees(angle) + (cos >= 0 ? 0 : 180);
            turn = "translate(" + number(x + cos * away) + " " + number(y + sin * away) + ") rotate(" + number(degrees)
                    + ") translate(0 4)";
        }
        return new Dot(
                TieEvidence.iri(member.named().node()),
                new Circle(number(x), number(y), DOT),
                polity,
                Polities.look(polity),
                isPost(member.named()),
                new Label(ShortText.of(member.named().label(), LONGEST), anchor, turn));
    }

    private static Line line(
            Contact contact, Map<Node, double[]> at, double x, double y, double strongest, String language) {
        double[] a = Objects.requireNonNull(at.get(contact.a().node()), "contacts are between members");
        double[] b = Objects.requireNonNull(at.get(contact.b().node()), "contacts are between members");
        // Bent towards the centre, so that lines between neighbours do not follow the ring.
        double bendX = (a[0] + b[0]) / 2 * 0.45 + x * 0.55;
        double bendY = (a[1] + b[1]) / 2 * 0.45 + y * 0.55;
        return new Line(
                "M" + number(a[0]) + " " + number(a[1]) + "Q" + number(bendX) + " " + number(bendY) + " " + number(b[0])
                        + " " + number(b[1]),
                number(0.8 + 5 * Math.sqrt(contact.strength() / strongest)),
                contact.ties().stream().anyMatch(t -> t.hop().level().happened()),
                contact.a().label() + " – " + contact.b().label() + ": " + Decimals.of(contact.strength(), language));
    }

    /** The members in their order on the ring: each is followed by the one with the strongest contact. */
    private static List<Member> ring(Network network, List<Contact> contacts) {
        Map<Node, Map<Node, Double>> strengths = new HashMap<>();
        for (Contact contact : contacts) {
            strengths
                    .computeIfAbsent(contact.a().node(), n -> new HashMap<>())
                    .merge(contact.b().node(), contact.strength(), Double::sum);
            strengths
                    .computeIfAbsent(contact.b().node(), n -> new HashMap<>())
                    .merge(contact.a().node(), contact.strength(), Double::sum);
        }
        List<Member> left = new ArrayList<>(network.members().stream()
                .filter(m -> network.center().isEmpty()
                        || !m.named().node().equals(network.center().get().node()))
                .toList());
        List<Member> ring = new ArrayList<>();
        while (!left.isEmpty()) {
            Member next = left.getFirst();
            double best = 0;
            for (Member member : left) {
                double pull = 0;
                double weight = 1;
                for (int i = ring.size() - 1; i >= 0 && weight > 0.05; i--, weight *= 0.6) {
                    pull += weight
                            * strengths
                                    .getOrDefault(member.named().node(), Map.of())
                                    .getOrDefault(ring.get(i).named().node(), 0.0);
                }
                if (pull > best) {
                    best = pull;
                    next = member;
                }
            }
            ring.add(next);
            left.remove(next);
        }
        return ring;
    }

    private static List<Side> legend(Network network, Polities polities, Messages text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        network.members().forEach(m -> counts.merge(polities.of(m), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(
                                e -> e.getKey().isEmpty() ? 1 : 0)
                        .thenComparing(e -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(e -> new Side(
                        e.getKey(),
                        Polities.look(e.getKey()),
                        e.getKey().isEmpty() ? text.get("network.noState") : polities.name(e.getKey())))
                .toList();
    }

    /** The country code of a member as in the legend; "" if there is none. */
    String letter(Member member) {
        return dots.stream()
                .filter(d -> d.id().equals(TieEvidence.iri(member.named().node())))
                .findFirst()
                .map(Dot::letter)
                .orElse("");
    }

    private static boolean isPost(Named named) {
        return named.node().isURI() && named.node().getURI().contains("/id/post/");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
