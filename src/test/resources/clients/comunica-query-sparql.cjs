// Comunica: finds out by itself what kind of source it has, joins it with a document, and reads the service description.
const { createRequire } = require('node:module');

const [base, , folder] = process.argv.slice(2);
const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';

async function run() {
  const { QueryEngine } = createRequire(folder + '/')('@comunica/query-sparql');
  const engine = new QueryEngine();
  const sparql = { type: 'sparql', value: base + '/sparql' };
  const rows = await (await engine.queryBindings(`SELECT * { ?s <${LABEL}> ?l } LIMIT 5`, { sources: [sparql] })).toArray();
  const guessed = await (await engine.queryBindings(`SELECT * { ?s <${LABEL}> ?l } LIMIT 5`, { sources: [base + '/sparql'] })).toArray();
  const yes = await engine.queryBoolean('ASK { ?s ?p ?o }', { sources: [sparql] });
  const quads = await (await engine.queryQuads(`CONSTRUCT WHERE { ?s <${LABEL}> ?l } LIMIT 7`, { sources: [sparql] })).toArray();
  const joined = await (await engine.queryBindings(
    `SELECT * { <https://w3id.org/entente/id/person/anna-ahorn> a ?c ; <${LABEL}> ?l }`,
    { sources: [sparql, base + '/data/person/anna-ahorn.ttl'] })).toArray();
  const found = [rows.length, guessed.length, yes, quads.length > 0, joined.length > 0].join(' ');
  if (found !== '5 5 true true true') throw new Error(found);
  console.log('all well');
}

run().catch(error => { console.error(error); process.exit(1); });
