package org.entente.web.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Urls;
import org.entente.web.page.Cell;

/** Reads the terms of the ontology in one language. */
final class OntologyReader {
    private static final Map<Resource, String> TRAITS = new LinkedHashMap<>();
    private static final Map<Property, String> RELATIONS = new LinkedHashMap<>();

    static {
        TRAITS.put(OWL.FunctionalProperty, "functional");
        TRAITS.put(OWL.InverseFunctionalProperty, "inverseFunctional");
        TRAITS.put(OWL.TransitiveProperty, "transitive");
        TRAITS.put(OWL.SymmetricProperty, "symmetric");
        TRAITS.put(OWL2.AsymmetricProperty, "asymmetric");
        TRAITS.put(OWL2.IrreflexiveProperty, "irreflexive");
        RELATIONS.put(OWL.equivalentClass, "equivalent");
        RELATIONS.put(OWL.equivalentProperty, "equivalent");
        RELATIONS.put(RDFS.subClassOf, "special");
        RELATIONS.put(RDFS.subPropertyOf, "special");
        RELATIONS.put(SKOS.exactMatch, "exact");
        RELATIONS.put(SKOS.closeMatch, "close");
        RELATIONS.put(SKOS.broadMatch, "broad");
        RELATIONS.put(SKOS.narrowMatch, "narrow");
        RELATIONS.put(SKOS.relatedMatch, "related");
    }

    private final Model ontology;
    private final Model alignments;
    private final String language;
    private final Map<String, Long> classCounts;
    private final Map<String, Long> propertyCounts;
    private final boolean examples;

    /**
     * @param ontology terms and values
     * @param alignments relations to other vocabularies
     * @param examples whether terms show their use: that is taken from one collection, and says nothing to readers of another
     */
    OntologyReader(
            Model ontology,
            Model alignments,
            String language,
            Map<String, Long> classCounts,
            Map<String, Long> propertyCounts,
            boolean examples) {
        this.examples = examples;
        this.ontology = ontology;
        this.alignments = alignments;
        this.language = language;
        this.classCounts = classCounts;
        this.propertyCounts = propertyCounts;
    }

    List<OntologyTerm> classes() {
        return terms(List.of(OWL.Class), "class");
    }

    List<OntologyTerm> properties() {
        return terms(List.of(OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty), "property");
    }

    /** The lists of values, and of functions. */
    List<OntologyTerm.Scheme> schemes() {
        List<OntologyTerm.Scheme> schemes = new ArrayList<>();
        Set<Resource> without = new LinkedHashSet<>(
                ours(ontology.listSubjectsWithProperty(RDF.type, SKOS.Concept).toList()));
        for (Resource scheme : ours(
                ontology.listSubjectsWithProperty(RDF.type, SKOS.ConceptScheme).toList())) {
            List<Resource> values = ours(
                    ontology.listSubjectsWithProperty(SKOS.inScheme, scheme).toList());
            without.removeAll(values);
            add(schemes, name(scheme), label(scheme), text(scheme, SKOS.definition), values);
        }
        schemes.sort(Comparator.comparing(OntologyTerm.Scheme::label, String.CASE_INSENSITIVE_ORDER));
        add(schemes, "values", "–", "", List.copyOf(without));
        return schemes;
    }

    private void add(
            List<OntologyTerm.Scheme> schemes, String name, String label, String definition, List<Resource> values) {
        if (!values.isEmpty()) {
            schemes.add(new OntologyTerm.Scheme(
                    name,
                    label,
                    definition,
                    values.stream().map(value -> term(value, "value")).toList()));
        }
    }

    /** The classes without a superclass in this ontology, each with its subclasses. */
    List<OntologyTerm.Branch> tree() {
        return ours(ontology.listSubjectsWithProperty(RDF.type, OWL.Class).toList()).stream()
                .filter(c -> ours(objects(ontology, c, RDFS.subClassOf)).isEmpty())
                .map(c -> branch(c, Set.of()))
                .sorted(Comparator.comparing(b -> b.term().text(), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private OntologyTerm.Branch branch(Resource top, Set<Resource> above) {
        Set<Resource> seen = new LinkedHashSet<>(above);
        seen.add(top);
        return new OntologyTerm.Branch(
                cell(top),
                ours(ontology.listSubjectsWithProperty(RDFS.subClassOf, top).toList()).stream()
                        .filter(sub -> !seen.contains(sub)) // a cycle would never end
                        .map(sub -> branch(sub, seen))
                        .sorted(Comparator.comparing(b -> b.term().text(), String.CASE_INSENSITIVE_ORDER))
                        .toList());
    }

    private List<OntologyTerm> terms(List<Resource> types, String kind) {
        Set<Resource> found = new LinkedHashSet<>();
        types.forEach(type -> found.addAll(
                ours(ontology.listSubjectsWithProperty(RDF.type, type).toList())));
        return found.stream()
                .map(term -> term(term, kind))
                .sorted(Comparator.comparing(OntologyTerm::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private OntologyTerm term(Resource term, String kind) {
        boolean isClass = kind.equals("class");
        Property above = isClass ? RDFS.subClassOf : RDFS.subPropertyOf;
        long count = (isClass ? classCounts : propertyCounts).getOrDefault(term.getURI(), 0L);
        if (kind.equals("value")) {
            count = 0;
        }
        List<Resource> replaced =
                objects(ontology, term, ontology.createProperty("http://purl.org/dc/terms/isReplacedBy"));
        return new OntologyTerm(
                name(term),
                kind,
                new OntologyTerm.Text(
                        label(term),
                        text(term, SKOS.definition),
                        text(term, SKOS.scopeNote),
                        examples ? texts(term, SKOS.example) : List.of()),
                new OntologyTerm.Relations(
                        cells(ours(objects(ontology, term, above))),
                        cells(ours(
                                ontology.listSubjectsWithProperty(above, term).toList())),
                        cells(ours(objects(ontology, term, OWL.inverseOf))),
                        cells(replaced),
                        alignments(term)),
                signature(term, isClass),
                ontology.listStatements(term, OWL2.deprecated, (RDFNode) null).toList().stream()
                        .map(Statement::getObject)
                        .anyMatch(o ->
                                o.isLiteral() && o.asLiteral().getLexicalForm().equals("true")),
                new OntologyTerm.Use(count, count == 0 ? "" : query(term, isClass)));
    }

    private OntologyTerm.Signature signature(Resource term, boolean isClass) {
        return new OntologyTerm.Signature(
                cells(named(objects(ontology, term, RDFS.domain))),
                cells(named(objects(ontology, term, RDFS.range))),
                TRAITS.entrySet().stream()
                        .filter(t -> term.hasProperty(RDF.type, t.getKey()))
                        .map(Map.Entry::getValue)
                        .toList(),
                isClass
                        ? cells(ours(ontology.listSubjectsWithProperty(RDFS.domain, term)
                                .toList()))
                        : List.of());
    }

    private static String query(Resource term, boolean isClass) {
        String name = "ent:" + name(term);
        String query = isClass
                ? InternalQuery.ONTOLOGY_THINGS_OF_CLASS.textWith(Map.of("class", name))
                : InternalQuery.ONTOLOGY_VALUES_OF_PROPERTY.textWith(Map.of("property", name));
        return Urls.with("/sparql", Map.of("query", List.of(query.strip())));
    }

    private List<OntologyTerm.Alignment> alignments(Resource term) {
        Map<String, Set<Resource>> found = new LinkedHashMap<>();
        for (Model model : List.of(ontology, alignments)) {
            RELATIONS.forEach((property, relation) -> objects(model, term, property).stream()
                    .filter(other -> other.isURIResource() && !other.getURI().startsWith(Ent.NS))
                    .forEach(other -> found.computeIfAbsent(relation, r -> new LinkedHashSet<>())
                            .add(other)));
        }
        return found.entrySet().stream()
                .map(e -> new OntologyTerm.Alignment(e.getKey(), cells(List.copyOf(e.getValue()))))
                .toList();
    }

    private List<Cell> cells(List<Resource> resources) {
        return resources.stream()
                .map(this::cell)
                .distinct()
                .sorted(Comparator.comparing(Cell::text, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /**
     * A term of this ontology by its label, linked to its place on the page; any other by its CURIE, linked to its own
     * address.
     */
    private Cell cell(Resource resource) {
        return resource.getURI().startsWith(Ent.NS)
                ? new Cell(label(resource), "#" + name(resource), "", "ent:" + name(resource))
                : new Cell(Prefixes.compact(resource.getURI()), Cell.href(resource.getURI()), "");
    }

    private String label(Resource resource) {
        String label = text(resource, RDFS.label);
        return label.isEmpty() ? name(resource) : label;
    }

    private static String name(Resource resource) {
        return resource.getURI().substring(Ent.NS.length());
    }

    /** The text in the reader's language, else in English, else in any. */
    private String text(Resource resource, Property property) {
        List<Statement> statements =
                ontology.listStatements(resource, property, (RDFNode) null).toList();
        for (String wanted : List.of(language, "en")) {
            for (Statement statement : statements) {
                if (statement.getObject().isLiteral() && statement.getLanguage().equals(wanted)) {
                    return statement.getString();
                }
            }
        }
        return statements.stream()
                .filter(s -> s.getObject().isLiteral())
                .map(Statement::getString)
                .findFirst()
                .orElse("");
    }

    private List<String> texts(Resource resource, Property property) {
        return ontology.listStatements(resource, property, (RDFNode) null).toList().stream()
                .filter(s -> s.getObject().isLiteral())
                .map(s -> s.getString().strip())
                .sorted()
                .toList();
    }

    private static List<Resource> objects(Model model, Resource subject, Property property) {
        return model.listObjectsOfProperty(subject, property).toList().stream()
                .filter(RDFNode::isResource)
                .map(RDFNode::asResource)
                .toList();
    }

    private static List<Resource> named(List<Resource> resources) {
        return resources.stream().filter(Resource::isURIResource).toList();
    }

    private static List<Resource> ours(List<Resource> resources) {
        return resources.stream()
                .filter(r -> r.isURIResource()
                        && r.getURI().startsWith(Ent.NS)
                        && r.getURI().length() > Ent.NS.length())
                .toList();
    }
}
