# SPARQLWrapper sends format=, output= and results= beside the Accept header, and knows Basic only.
import sys
import SPARQLWrapper as sw

base, key = sys.argv[1:3]


def client(address, form=None):
    wrapper = sw.SPARQLWrapper(base + address)
    if form:
        wrapper.setReturnFormat(form)
    return wrapper


for method in (sw.GET, sw.POST):
    for form in (sw.JSON, sw.XML, sw.CSV, sw.TSV):
        asked = client("/sparql", form)
        asked.setMethod(method)
        asked.setQuery("SELECT ('\u042e' AS ?x) {}")
        answer = asked.query().convert()
        text = answer if isinstance(answer, (bytes, dict)) else answer.toxml()
        assert "\u042e" in (text.decode("utf-8") if isinstance(text, bytes) else str(text)), (method, form)
    for form in (sw.TURTLE, sw.N3, sw.RDFXML, sw.RDF, sw.XML):
        asked = client("/sparql", form)
        asked.setMethod(method)
        asked.setQuery("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3")
        answer = asked.query().convert()
        assert len(answer) > 0, (method, form)

written = client("/update")
written.setHTTPAuth(sw.BASIC)
written.setCredentials("anybody", key)
written.setMethod(sw.POST)
for way in (sw.POSTDIRECTLY, sw.URLENCODED):
    written.setRequestMethod(way)
    written.setQuery("INSERT DATA { GRAPH <https://example.org/sw> { <urn:aa:a> <urn:aa:b> '\u042e' } }")
    assert written.query().response.status == 204
print("all well")
