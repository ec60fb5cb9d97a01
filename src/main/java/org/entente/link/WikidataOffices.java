package org.entente.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.vocab.EntClass;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.WikidataEntity;
import org.entente.wikidata.WikidataProperties;
import org.entente.wikidata.WikidataStatement;

/**
 * The offices that Wikidata gives to somebody, beside those of our sources. They are Wikidata's and stay so: nothing of them enters the
 * consolidated view.
 */
public final class WikidataOffices {
    /** How the two relate. */
    public enum Relation {
        /** The times can both be right. */
        AGREES,
        /** None of the terms that Wikidata knows can be the one of our sources. */
        DIFFERS,
        /** Our sources do not give this office to this person, or only in another term. */
        ONLY_WIKIDATA
    }

    /**
     * One office.
     *
     * @param qid of the office
     * @param label what the collection calls it, else what Wikidata does
     * @param start a date of any precision; empty if Wikidata does not say
     * @param end as the start
     * @param ours when our sources have the person in the office for certain, in EDTF: "2015-06-09/2016-01-31", or on a day within
     *     a time, "[2014-11-01..2014-11-30]"; empty if they do not, or do not say when
     */
    public record Row(String qid, String label, String start, String end, String ours, Relation relation) {}

    /**
     * An office of somebody of the collection.
     *
     * @param person IRI
     * @param label what the collection calls the person, in the language asked for if it can
     * @param item of the person
     */
    public record OfPerson(String person, String label, String item, Row row) {}

    private WikidataOffices() {}

    /** The offices of all persons with an accepted item, by name and time; call inside a transaction. */
    public static List<OfPerson> all(DatasetGraph dataset, String language) {
        Links links = Links.in(dataset);
        List<OfPerson> all = new ArrayList<>();
        for (String entity : links.all().keySet()) {
            Optional<String> item = links.accepted(entity);
            if (item.isPresent() && LinkReview.kind(dataset, entity).equals("person")) {
                String label = LinkReview.label(dataset, entity, language);
                of(dataset, entity).forEach(row -> all.add(new OfPerson(entity, label, item.get(), row)));
            }
        }
        all.sort(Comparator.comparing(OfPerson::label).thenComparing(OfPerson::person));
        return List.copyOf(all);
    }

    /** The offices of the item that is accepted for a person, in the order of time; call inside a transaction. */
    public static List<Row> of(DatasetGraph dataset, String person) {
        Links links = Links.in(dataset);
        Snapshot snapshot = Snapshot.in(dataset);
        EntityFacts facts = EntityFacts.of(dataset, person);
        List<Row> rows = new ArrayList<>();
        List<WikidataStatement> terms = links.accepted(person)
                .flatMap(snapshot::entity)
                .map(item -> item.of(WikidataProperties.POSITION))
                .orElse(List.of());
        for (WikidataStatement term : terms) {
            String office = term.value().text();
            rows.add(row(
                    term,
                    label(dataset, links, snapshot, office),
                    facts.offices().stream()
                            .filter(held -> held.qid().equals(office))
                            .map(EntityFacts.Held::time)
                            .toList(),
                    terms.stream()
                            .filter(other -> other.value().text().equals(office))
                            .toList()));
        }
        rows.sort(Comparator.comparing(Row::start).thenComparing(Row::end).thenComparing(Row::qid));
        return List.copyOf(rows);
    }

    /**
     * @param ours all times that the person held the office
     * @param terms all terms of the office in Wikidata, this one among them
     */
    static Row row(WikidataStatement term, String label, List<OfficeTime> ours, List<WikidataStatement> terms) {
        Optional<OfficeTime> same = ours.stream()
                .filter(time -> !time.contradicts(term) || !time.contradicts(terms) && time.isSeenIn(term))
                .max(Comparator.comparingDouble(
                        time -> time.agreement(List.of(term)).orElse(0)));
        // Another term is no contradiction if one of them fits.
        boolean differs = !ours.isEmpty()
                && ours.stream()
                        .allMatch(time ->
                                time.contradicts(terms) && terms.stream().allMatch(time::contradicts));
        return new Row(
                term.value().text(),
                label,
                term.qualifier(WikidataProperties.START),
                term.qualifier(WikidataProperties.END),
                same.or(() -> differs ? Optional.of(ours.getFirst()) : Optional.empty())
                        .map(OfficeTime::attested)
                        .orElse(""),
                same.isPresent() ? Relation.AGREES : differs ? Relation.DIFFERS : Relation.ONLY_WIKIDATA);
    }

    private static String label(DatasetGraph dataset, Links links, Snapshot snapshot, String qid) {
        var view = dataset.getDefaultGraph();
        return links.entities(qid).stream()
                .map(NodeFactory::createURI)
                .filter(post -> view.contains(post, RDF.type.asNode(), EntClass.POST))
                .flatMap(post -> Links.text(view, post, RDFS.label.asNode()).stream())
                .findFirst()
                .or(() -> snapshot.entity(qid).map((WikidataEntity item) -> item.label("en")))
                .orElse(qid);
    }
}
