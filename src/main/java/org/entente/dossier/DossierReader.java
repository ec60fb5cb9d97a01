package org.entente.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.encounter.EncounterQueries;
import org.entente.encounter.EntityNamesReader;
import org.entente.evidence.Evidence;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;
import org.entente.time.TimeBounds;
import org.entente.vocab.EntClass;
import org.jspecify.annotations.Nullable;

/** Puts dossiers together from the consolidated view and the accounts of the sources. Reads only. */
public final class DossierReader {
    private DossierReader() {}

    /**
     * The dossier of two sides.
     *
     * @param a persons, posts, organisations, polities, delegations; any of them counts
     * @param b the same for the other side
     * @param language of labels and notes
     * @param select asks one state of the collection
     */
    public static Dossier read(Collection<Node> a, Collection<Node> b, String language, Select select) {
        EncounterQueries queries = new EncounterQueries(select);
        DossierFacts facts = new DossierFacts(queries, a, b);
        DossierMentions mentions = new DossierMentions(queries, facts);
        Map<Node, Set<Node>> around = DossierRows.around(facts, queries);
        // Not among what the queries have seen: of the whole collection nobody reads the names.
        List<Row> documents =
                select.rows(InternalQuery.DOSSIER_DOCUMENTS, Map.of()).rows();
        Set<Node> nodes = new LinkedHashSet<>(queries.seen());
        nodes.addAll(a);
        nodes.addAll(b);
        EntityNamesReader names =
                new EntityNamesReader(language, queries.ask(InternalQuery.ENCOUNTER_LABELS, "node", nodes));
        Evidence evidence = new Evidence(names, language);
        List<DossierRow> rows = new DossierRows(facts, around, names, evidence).rows();
        return new Dossier(
                asked(a, facts, names),
                asked(b, facts, names),
                DossierConclusion.of(rows, Stream.concat(a.stream(), b.stream()).toList()),
                rows,
                mentions.between(rows, evidence),
                searched(
                        documents,
                        select.rows(InternalQuery.DOSSIER_YEARS, Map.of()).rows(),
                        mentions,
                        names),
                language,
                List.copyOf(queries.shown()));
    }

    private static List<DossierSide> asked(Collection<Node> nodes, DossierFacts facts, EntityNamesReader names) {
        return nodes.stream()
                .map(node -> new DossierSide(node, kind(facts.kinds.get(node)), names.all(node)))
                .toList();
    }

    private static DossierSide.Kind kind(@Nullable Node node) {
        return EntClass.PERSON.equals(node)
                ? DossierSide.Kind.PERSON
                : EntClass.POST.equals(node) ? DossierSide.Kind.POST : DossierSide.Kind.BODY;
    }

    private static SearchScope searched(
            List<Row> documents, List<Row> years, DossierMentions mentions, EntityNamesReader names) {
        Set<Node> sources = new LinkedHashSet<>();
        Set<Node> publishers = new LinkedHashSet<>();
        Set<String> languages = new TreeSet<>();
        List<TimeBounds> published = new ArrayList<>();
        for (Row row : documents) {
            sources.add(row.bound("document"));
            if (row.has("publisher")) {
                publishers.add(row.bound("publisher"));
            }
            if (row.has("language")) {
                languages.add(row.text("language"));
            }
            if (row.has("published")) {
                published.add(DossierFacts.bounds(row.text("published")));
            }
        }
        return new SearchScope(
                sources.size(),
                publishers.size(),
                List.copyOf(languages),
                new SearchScope.Years(
                        published.stream()
                                .filter(t -> t.earliestStart() != null)
                                .mapToInt(t -> t.earliestStart().getYear())
                                .min(),
                        published.stream()
                                .filter(t -> t.latestEnd() != null)
                                .mapToInt(t -> t.latestEnd().getYear())
                                .max()),
                years.stream()
                        .findFirst()
                        .map(row -> new SearchScope.Years(year(row.text("first")), year(row.text("last"))))
                        .orElse(SearchScope.Years.NONE),
                names.of(mentions.documents(true)),
                names.of(mentions.documents(false)));
    }

    private static OptionalInt year(String dateTime) {
        return dateTime.length() < 4 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(dateTime.substring(0, 4)));
    }
}
