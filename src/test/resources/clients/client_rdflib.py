# rdflib's stores read and write over SPARQL; its parsers read our documents.
import sys
from rdflib import Graph, Literal, URIRef, RDFS
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore

base, key = sys.argv[1:3]
for form in ("xml", "json", "csv", "tsv"):
    for method in ("GET", "POST", "POST_FORM"):
        store = SPARQLStore(base + "/sparql", returnFormat=form, method=method)
        rows = list(store.query("SELECT ?s ?l { ?s <%s> ?l } LIMIT 5" % RDFS.label))
        assert len(rows) == 5, (form, method, rows)

store = SPARQLUpdateStore(base + "/sparql", base + "/update", auth=("anybody", key), autocommit=True)
graph = Graph(store, URIRef("https://example.org/rdflib"))
triple = (URIRef("urn:aa:j\u00fcrgen"), RDFS.label, Literal("\u042e \u00fc \"x\"", lang="ru"))
number = (URIRef("urn:aa:n"), RDFS.comment, Literal("2.50", datatype="http://www.w3.org/2001/XMLSchema#decimal"))
graph.add(triple)
graph.add(number)
assert len(graph) == 2, len(graph)
assert triple in graph
graph.remove(number)
graph.remove(triple)
assert len(graph) == 0, list(graph)

for path, form in (("/data/person/anna-ahorn.ttl", "turtle"), ("/data/person/anna-ahorn.nt", "nt"),
                   ("/data/person/anna-ahorn.rdf", "xml"), ("/graph-store?default&format=turtle", "turtle"),
                   ("/.well-known/void?format=rdfxml", "xml")):
    read = Graph()
    read.parse(base + path, format=form)
    assert len(read) > 0, path
print("all well")
