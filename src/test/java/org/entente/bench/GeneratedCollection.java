package org.entente.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

/**
 * A collection of any size in the model of the ontology, as files: documents that report events, each with who took part, and the
 * authority with persons, offices, tenures and places. Equal seeds give equal files. Who takes part follows a power law: a few
 * persons meet thousands, most meet one or two. Events are told by one to three documents, some of which name another day or had
 * announced the event before.
 */
final class GeneratedCollection {
    private static final String PREFIXES = """
            @prefix ent: <https://w3id.org/entente/ontology#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix person: <https://w3id.org/entente/id/person/> .
            @prefix state: <https://w3id.org/entente/id/state/> .
            @prefix org: <https://w3id.org/entente/id/org/> .
            @prefix post: <https://w3id.org/entente/id/post/> .
            @prefix tenure: <https://w3id.org/entente/id/tenure/> .
            @prefix place: <https://w3id.org/entente/id/place/> .
            @prefix event: <https://w3id.org/entente/id/event/> .
            @prefix doc: <https://w3id.org/entente/id/doc/> .
            """;

    private static final String[] KINDS = {"Meeting", "Meeting", "Meeting", "Visit", "Gathering"};
    private static final String[] ROLES = {"counterpart", "host", "guest", "member"};
    private static final String[] FIRST = {
        "Anna", "Boris", "Clara", "Daniyar", "Erlan", "Friederike", "Gulnara", "Heinrich", "Ilyas", "Johanna", "Kanat",
        "Lothar", "Madina", "Nursultan", "Olga", "Paul", "Raushan", "Sabine", "Timur", "Ulrike", "Viktor", "Zhanar"
    };
    private static final String[] SYLLABLES = {
        "ab", "dul", "ber", "ger", "kas", "mann", "nur", "lan", "tok", "sch", "wei", "ham", "rau", "lin", "stein",
        "kul", "bek", "mir", "sad", "dor", "fel", "brand", "tau", "zhan", "gul", "or", "ist", "ach", "eck", "old"
    };
    private static final int STATES = 40;
    private static final int PLACES = 200;
    private static final int TRIPLES_OF_EVENT = 85;

    private final Random random;
    private final Path data;
    private final int events;
    private final int persons;
    private final int posts;
    private final int[] days;

    /**
     * @param triples how many statements the files shall have, about
     * @param data the folder to write to
     */
    GeneratedCollection(long triples, long seed, Path data) {
        this.random = new Random(seed);
        this.data = data;
        this.events = (int) (triples / TRIPLES_OF_EVENT);
        this.persons = (int) Math.max(50, triples / 300);
        this.posts = persons / 2;
        this.days = new int[events];
        for (int i = 0; i < events; i++) {
            int day = random.nextInt(13_000);
            days[i] = random.nextInt(8) == 0 ? day / 50 * 50 : day;
        }
        Arrays.sort(days);
    }

    /** Writes the files; the folder has a {@code collection.ttl} already. */
    void write() throws IOException {
        authority();
        int documents = events / 2 + 3;
        StringBuilder[] texts = new StringBuilder[4];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new StringBuilder();
        }
        StringBuilder told = new StringBuilder();
        int inFile = 0;
        for (int event = 0; event < events; event++) {
            int first = event / 2;
            if (event % 2 == 0 && event > 0) {
                document(first - 1, texts[0]);
                StringBuilder empty = texts[0];
                System.arraycopy(texts, 1, texts, 0, texts.length - 1);
                empty.setLength(0);
                texts[texts.length - 1] = empty;
            }
            event(event, first, texts, told);
            if (++inFile == 2_000 || event == events - 1) {
                write("authority/events/e%05d.ttl".formatted(event / 2_000), told);
                inFile = 0;
            }
        }
        for (int i = 0; i < texts.length && (events - 1) / 2 + i < documents; i++) {
            document((events - 1) / 2 + i, texts[i]);
        }
    }

    /** The name of the source in the middle. */
    Path someSource() {
        return source(events / 4);
    }

    private Path source(int document) {
        return data.resolve("sources/%03d/g%d.ttl".formatted(document / 500, document));
    }

    private void authority() throws IOException {
        StringBuilder states = new StringBuilder();
        for (int i = 0; i < STATES; i++) {
            states.append("state:g%d a ent:State ; rdfs:label %s .\n".formatted(i, label("Land " + word(i + 900))));
            states.append(
                    "org:g%d a ent:Organization ; rdfs:label %s .\n".formatted(i, label("Ministry " + word(i + 500))));
        }
        for (int i = 0; i < PLACES; i++) {
            states.append("place:g%d a ent:Place ; rdfs:label %s .\n".formatted(i, label(word(i + 2_000))));
        }
        write("authority/states.ttl", states);
        StringBuilder people = new StringBuilder();
        StringBuilder offices = new StringBuilder();
        for (int i = 0; i < persons; i++) {
            people.append("person:g%d a ent:Person ; rdfs:label %s .\n".formatted(i, label(name(i))));
            if (i < posts) {
                offices.append(
                        "post:g%d a ent:Post ; rdfs:label %s ; ent:postIn org:g%d ; ent:postKind ent:otherPost ; ent:seatCount 1 .\n"
                                .formatted(i, label(title(i)), i % STATES));
                offices.append(
                        "tenure:g%d a ent:Tenure ; rdfs:label %s ; ent:holder person:g%d ; ent:ofPost post:g%d .\n"
                                .formatted(i, label(name(i) + ": " + title(i)), i, i));
            }
            if (i % 2_000 == 1_999 || i == persons - 1) {
                write("authority/persons/p%05d.ttl".formatted(i / 2_000), people);
                write("authority/posts/o%05d.ttl".formatted(i / 2_000), offices);
            }
        }
    }

    private void event(int event, int first, StringBuilder[] texts, StringBuilder told) {
        String kind = KINDS[random.nextInt(KINDS.length)];
        told.append("event:g%d a ent:%s ; rdfs:label %s .\n".formatted(event, kind, label("Talk " + event)));
        Set<Integer> present = new LinkedHashSet<>();
        int size = 2 + (int) Math.min(14, Math.floor(1 / Math.pow(1 - random.nextDouble(), 0.6) - 1));
        while (present.size() < size) {
            present.add((int) (persons * Math.pow(random.nextDouble(), 3)));
        }
        int place = random.nextInt(PLACES);
        int documents = 1 + Math.max(0, random.nextInt(6) - 3);
        boolean announced = documents > 1 && random.nextInt(4) == 0;
        for (int i = 0; i < documents; i++) {
            boolean plan = announced && i == 0;
            int day = days[event] + (i > 0 && random.nextInt(30) == 0 ? 1 : 0);
            report(event, first + i, texts[i], plan, day, place, present);
        }
    }

    private void report(
            int event, int document, StringBuilder out, boolean plan, int day, int place, Set<Integer> present) {
        String report = "doc:g%d-r%d".formatted(document, event);
        out.append("""
                %s a ent:Report ; ent:statedIn doc:g%d ; ent:reports event:g%d ; ent:locator "P%d" ;
                  ent:modality ent:%s ; ent:reportedStatus ent:%s ; ent:reportedTime [ a ent:TimeSpan ; ent:edtf "%s" ] ;
                  ent:reportedPlace place:g%d ; ent:mode ent:inPerson ; ent:topic ent:economyTrade ; ent:note "Talk %d."@en .
                """.formatted(
                        report,
                        document,
                        event,
                        1 + event % 9,
                        plan ? "asPlan" : "asFact",
                        plan ? "announced" : "held",
                        date(day),
                        place,
                        event));
        int side = 0;
        for (int person : present) {
            out.append("""
                    doc:g%d-r%d-p%d a ent:Participation ; ent:inReport %s ; ent:participant person:g%d ; %sent:role ent:%s ;
                      ent:attendance ent:%s ; ent:onBehalfOf state:g%d ; ent:nameAsPrinted "%s"@de .
                    """.formatted(
                            document,
                            event,
                            side,
                            report,
                            person,
                            person < posts
                                    ? "ent:asHolderOf post:g%d ; ent:titleAsPrinted \"%s\"@de ; "
                                            .formatted(person, title(person))
                                    : "",
                            ROLES[side == 0 ? 1 : side == 1 ? 2 : random.nextInt(4)],
                            plan ? "expected" : "attended",
                            person % STATES,
                            name(person)));
            side++;
        }
    }

    private void document(int document, StringBuilder reports) throws IOException {
        if (reports.isEmpty()) {
            return;
        }
        String text = PREFIXES
                + """
                  doc:g%d a ent:Document ; dcterms:title "Text %d"@de ; rdfs:label %s ; ent:publisher org:g%d ;
                    ent:published [ a ent:TimeSpan ; ent:edtf "%s" ] ; dcterms:language "de" ;
                    ent:reliability ent:reliabilityNormal .
                  """.formatted(
                                document,
                                document,
                                label("Text " + document),
                                document % STATES,
                                date(days[Math.min(2 * document + 1, events - 1)] + 3))
                + reports;
        Path file = source(document);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void write(String place, StringBuilder text) throws IOException {
        Path file = data.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, PREFIXES + text);
        text.setLength(0);
    }

    private static LocalDate date(int day) {
        return LocalDate.of(1990, 1, 1).plusDays(day);
    }

    private static String label(String text) {
        return "\"%s\"@de , \"%s\"@en".formatted(text, text);
    }

    private static String title(int post) {
        return "Head of " + word(post + 7_000);
    }

    private static String name(int person) {
        return FIRST[person % FIRST.length] + " " + word(person);
    }

    /** A word of its own for each number. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number + 1; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[(rest * 7 + word.length()) % SYLLABLES.length]);
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
