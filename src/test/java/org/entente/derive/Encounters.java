package org.entente.derive;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.vocab.Prefixes;

/** Small networks of encounters, written as the rules would derive them. */
public final class Encounters {
    public static final String PREFIXES = Prefixes.all().entrySet().stream()
            .map(e -> "PREFIX " + e.getKey() + ": <" + e.getValue() + ">\n")
            .collect(Collectors.joining());

    private Encounters() {}

    /**
     * One encounter of persons a and b at an event.
     *
     * @param year of the event; 0 leaves it undated; the same for all encounters of one event
     */
    public record Meeting(int a, int b, int event, Level level, Confidence confidence, int witnesses, int year) {
        String turtle() {
            String id = String.format("%04x%04x%04x%04x", a, b, event, level.ordinal());
            String time = year == 0
                    ? ""
                    : "event:e%d ent:time time:%d . time:%d ent:edtf \"%d\" ; ent:earliestStart \"%d-01-01T00:00:00Z\"^^xsd:dateTime ; ent:latestEnd \"%d-12-31T23:59:59Z\"^^xsd:dateTime . event:e%d ent:displayDate \"%s\" .\n"
                            .formatted(event, year, year, year, year, year, event, date());
            return "encounter:%s a ent:Encounter ; ent:between person:p%d , person:p%d ; ent:viaEvent event:e%d ; ent:level <%s> ; ent:witnessCount %d%s .\n"
                            .formatted(
                                    id,
                                    a,
                                    b,
                                    event,
                                    level.node().getURI(),
                                    witnesses,
                                    confidence == Confidence.NONE
                                            ? ""
                                            : " ; ent:confidence <"
                                                    + confidence.node().getURI() + ">")
                    + "participation:%d-%d ent:inEvent event:e%d ; ent:participant person:p%d ; ent:attendance ent:attended .\n"
                            .formatted(event, a, event, a)
                    + "participation:%d-%d ent:inEvent event:e%d ; ent:participant person:p%d ; ent:attendance ent:attended .\n"
                            .formatted(event, b, event, b)
                    + time
                    + (year == 0
                            ? ""
                            : "encounter:%s ent:displayDate \"%s\" ; ent:earliest \"%d-01-01T00:00:00Z\"^^xsd:dateTime ; ent:latest \"%d-12-31T23:59:59Z\"^^xsd:dateTime .\n"
                                    .formatted(id, date(), year, year));
        }

        /** Two events of one year may be written in two ways. */
        private String date() {
            return year + (event % 2 == 0 ? "" : "~");
        }
    }

    public static Store store(List<Meeting> meetings) {
        Store store = Store.inMemory(Derivation.NONE);
        add(store, meetings);
        return store;
    }

    public static void add(Store store, List<Meeting> meetings) {
        String turtle = PREFIXES + meetings.stream().map(Meeting::turtle).collect(Collectors.joining());
        store.write(dataset -> RDFParser.fromString(turtle, Lang.TURTLE).parse(dataset.getDefaultGraph()));
    }

    public static Meeting met(int a, int b, int event) {
        return new Meeting(a, b, event, Level.MET, Confidence.MEDIUM, 1, 2000 + event);
    }
}
