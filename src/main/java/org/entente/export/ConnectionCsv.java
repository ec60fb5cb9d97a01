package org.entente.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.encounter.Named;
import org.entente.encounter.Source;
import org.entente.network.Chain;
import org.entente.network.Connection;
import org.entente.network.EncounterSentences;
import org.entente.network.PathStep;

/** The hops of chains as rows. The nearest chain that was only announced stands there only if there is no other, and says so. */
final class ConnectionCsv {
    private static final List<String> HEADER = List.of(
            "answer",
            "chain",
            "hop",
            "a",
            "aLabel",
            "level",
            "b",
            "bLabel",
            "date",
            "event",
            "eventLabel",
            "places",
            "officesOfA",
            "officesOfB",
            "rolesOfA",
            "rolesOfB",
            "sidesOfA",
            "sidesOfB",
            "witnesses",
            "confidence",
            "participants",
            "documents",
            "locators",
            "reports",
            "encounter",
            "sentence");

    private ConnectionCsv() {}

    static void write(Connection connection, EncounterSentences sentences, Writer out) throws IOException {
        Csv.line(HEADER, out);
        for (int i = 0; i < connection.chains().size(); i++) {
            chain("found", i + 1, connection.chains().get(i), sentences, out);
        }
        if (connection.announced().isPresent()) {
            chain("nearestAnnounced", 1, connection.announced().get(), sentences, out);
        }
    }

    private static void chain(String answer, int number, Chain chain, EncounterSentences sentences, Writer out)
            throws IOException {
        for (int i = 0; i < chain.hops().size(); i++) {
            PathStep hop = chain.hops().get(i);
            Csv.line(
                    List.of(
                            answer,
                            Integer.toString(number),
                            Integer.toString(i + 1),
                            ConnectionTable.iri(hop.a().node()),
                            hop.a().label(),
                            hop.level().word(),
                            ConnectionTable.iri(hop.b().node()),
                            hop.b().label(),
                            String.join(ConnectionTable.GLUE, hop.dates()),
                            ConnectionTable.iri(hop.event().node()),
                            hop.event().label(),
                            labels(hop.places()),
                            labels(hop.officesOfA()),
                            labels(hop.officesOfB()),
                            labels(hop.rolesOfA()),
                            labels(hop.rolesOfB()),
                            labels(hop.sidesOfA()),
                            labels(hop.sidesOfB()),
                            Integer.toString(hop.witnesses()),
                            hop.confidence().word(),
                            Integer.toString(hop.participants()),
                            sources(hop, s -> ConnectionTable.iri(s.document().node()), " "),
                            sources(hop, Source::locators, ConnectionTable.GLUE),
                            sources(hop, s -> ConnectionTable.iri(s.report()), " "),
                            ConnectionTable.iri(hop.encounter()),
                            sentences.hop(hop)),
                    out);
        }
    }

    private static String labels(List<Named> named) {
        return named.stream().map(Named::label).collect(Collectors.joining(ConnectionTable.GLUE));
    }

    private static String sources(PathStep hop, Function<Source, String> part, String glue) {
        return hop.sources().stream().map(part).collect(Collectors.joining(glue));
    }
}
