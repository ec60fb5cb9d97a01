// fetch-sparql-endpoint: rows, yes or no, triples, updates, by GET and POST.
const { createRequire } = require('node:module');

const [base, key, folder] = process.argv.slice(2);

async function run() {
  const { SparqlEndpointFetcher } = createRequire(folder + '/')('fetch-sparql-endpoint');
  for (const method of ['GET', 'POST']) {
    const fetcher = new SparqlEndpointFetcher({ method });
    let rows = 0;
    for await (const row of await fetcher.fetchBindings(base + '/sparql', 'SELECT * { ?s ?p ?o } LIMIT 5')) rows += row.s ? 1 : 0;
    let triples = 0;
    for await (const triple of await fetcher.fetchTriples(base + '/sparql', 'CONSTRUCT WHERE { ?s ?p ?o } LIMIT 7')) triples += triple ? 1 : 0;
    const yes = await fetcher.fetchAsk(base + '/sparql', 'ASK {}');
    if (rows !== 5 || triples !== 7 || !yes) throw new Error([method, rows, triples, yes].join(' '));
  }
  const writer = new SparqlEndpointFetcher({ defaultHeaders: new Headers({ Authorization: 'Bearer ' + key }) });
  await writer.fetchUpdate(base + '/update', 'INSERT DATA { GRAPH <https://example.org/fse> { <urn:aa:a> <urn:aa:b> "Ю" } }');
  if (!await writer.fetchAsk(base + '/sparql', 'ASK { GRAPH <https://example.org/fse> { ?s ?p "Ю" } }')) throw new Error('not written');
  console.log('all well');
}

run().catch(error => { console.error(error); process.exit(1); });
