# networkx reads the network of a person in both formats, with the letters that names have.
import io
import sys
import urllib.request

import networkx

base = sys.argv[1]
address = base + "/network?person=Roman%20Sklyar&lang=ru&format="


def body(form):
    return io.BytesIO(urllib.request.urlopen(address + form).read())


graphml = networkx.read_graphml(body("graphml"))
gexf = networkx.read_gexf(body("gexf"), version="1.3") if "1.3" in networkx.readwrite.gexf.GEXF.versions else None
assert len(graphml.nodes) > 1
labels = " ".join(str(value) for _, data in graphml.nodes(data=True) for value in data.values())
assert any("\u0400" <= letter <= "\u04ff" for letter in labels), labels
assert "\ufffd" not in labels and "??" not in labels
if gexf is not None:
    assert len(gexf.nodes) == len(graphml.nodes)
print("all well")
