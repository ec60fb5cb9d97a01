/**
 * Canned queries: one {@code .rq} file, many faces (form, API operation, RDF description, question template, test).
 *
 * <h2>The file</h2>
 * Standard SPARQL 1.1, SELECT or CONSTRUCT, before it lines that begin with {@code #+} and together are YAML:
 * <pre>
 * #+ summary: {de: "Wen traf jemand?", en: "Whom did someone meet?"}     required, de and en
 * #+ description: {de: ..., en: ...}
 * #+ tags: [meetings]
 * #+ question: {de: "Wen traf {person}?", en: ..., ru: ...}              slots are parameters
 * #+ parameters:
 * #+   person:
 * #+     type: iri              iri, string, integer, date, lang, enum, boolean
 * #+     required: true         else optional; list: true allows up to 100 values
 * #+     class: ent:Person      one or several: what a name may mean
 * #+     description: {de: ..., en: ...}
 * #+   level:
 * #+     type: enum
 * #+     list: true
 * #+     default: [met]
 * #+     values: {met: {node: "ent:levelMet", de: "getroffen", en: "met"}}
 * #+ example: {person: "Albert Rau"}                                     every required parameter
 * #+ view: table                table, timeline, network, map, chart
 * #+ pagination: 50
 * #+ columns:
 * #+   whom: participant        what the values are, see {@link org.entente.query.ColumnType}
 * #+   date: {type: date, label: {de: "Tag", en: "Day"}}
 * #+ panels:
 * #+   met:                     anchor of the panel
 * #+     title: {de: "Getroffen", en: "Met"}
 * #+     on: {person: 10}       kind of entity to the place on its pages
 * #+     parameter: person      takes the entity of the page
 * #+     with: {level: [met]}   other parameters
 * #+     view: table            table, bars
 * #+     columns: [whom, date]  the query's own page has all
 * </pre>
 * {@code min} and {@code max} bound an integer; {@code variable} names the variable of a parameter if a column needs the
 * parameter's own name; {@code defaults: {name: value}} is the same as {@code default} in each parameter.
 * {@link org.entente.query.QueryCatalog} reads a directory and reports every problem of every file with its line.
 * {@code queries/header.schema.json} is the JSON Schema of a header, for editors.
 *
 * <h2>Columns</h2>
 * {@code columns} says what a column means, and the program never guesses it from the name: dates are shown in words, an office among
 * participants stands for its unnamed holder, a chart draws the first amount, a network the first two agents, a map the places. Without
 * a label the heading is the message {@code column.<name>} of the portal. A column {@code xLabel} belongs to {@code x} and is not
 * declared. What is not declared, and every column of a free query, is what its values look like.
 *
 * <h2>Panels</h2>
 * {@code panels} puts the query on the pages of entities, without a line of Java. The lowest number stands first; the shipped panels
 * leave gaps of ten, and those that nearly every page has stand from 800. Two panels at one place of a kind of page are a finding, and so
 * is a column that the query does not select. A panel whose parameter does not take the entity, because its class is narrower, is left
 * out. {@code bars} draws rows along the years: the first column names them, the first column of type {@code date} places them, the
 * first of type {@code tenure} leads to the evidence.
 *
 * <h2>How parameters get into the query</h2>
 * A parameter is the plain variable of its name. Nothing is ever pasted into text: the query is parsed, the tree is
 * rewritten ({@code Substitution}), and what a page shows is the tree written out again.
 * <ul>
 *   <li>A <b>single value</b> replaces its variable wherever a pattern, path, GRAPH, FILTER, BIND or EXISTS has it, in
 *       sub-selects too. Projection, GROUP BY, HAVING, ORDER BY and a CONSTRUCT template keep the variable; where they
 *       mention it, the WHERE of that query begins with {@code VALUES ?x { node }}. So {@code SELECT ?person} keeps its column.
 *   <li>A <b>list</b> becomes {@code VALUES ?x { ... }} at the start of every group in which the variable stands directly
 *       (an OPTIONAL sees the list of the group around it). In a pattern or with {@code =} it means "one of these"; "none of
 *       these" is {@code FILTER NOT EXISTS { ... ?x ... }} or MINUS, never {@code !=}.
 *   <li>A parameter <b>without value</b> stays a variable: in a pattern it matches anything.
 *   <li>{@code BOUND(?x)} is written as true for a parameter with a value, and as false for one that has none and that no
 *       pattern binds; conditions that are thereby decided disappear. So a query works both ways with
 *       {@code FILTER(!BOUND(?fromStart) || ?latest >= ?fromStart)}.
 *   <li>A <b>date</b> {@code from} is the EDTF text as {@code ?from}, its first moment as {@code ?fromStart}
 *       ({@code T00:00:00Z}) and its last as {@code ?fromEnd} ({@code T23:59:59Z}); an open side is not bound.
 *   <li>{@code ?lang}, the reader's language, is a parameter of every query: a string, "en" if nothing is asked.
 *   <li>LIMIT and OFFSET come from the page; one row more than the page holds is asked for.
 * </ul>
 * Substitution rather than VALUES for single values keeps OPTIONAL an index look-up and the shown query short; VALUES
 * rather than {@code AS} keeps GROUP BY and sub-selects legal.
 *
 * <h2>Labels</h2>
 * Every {@code ?x} that is an entity has a column {@code ?xLabel} in the reader's language, else in English:
 * <pre>
 * OPTIONAL {
 *   ?x rdfs:label ?xLabel .
 *   FILTER(LANG(?xLabel) = IF(EXISTS { ?x rdfs:label ?any . FILTER(LANG(?any) = ?lang) }, ?lang, "en"))
 * }
 * </pre>
 * If {@code ?x} may be unbound, this stands inside the OPTIONAL that binds it; outside it would match every label.
 *
 * <h2>Several values</h2>
 * Where sources disagree, the consolidated view keeps every date, place and office. A query either has one row for each
 * combination or, like {@code who-met}, collects them in one cell, separated by {@code " | "}, in a sub-select with ORDER BY.
 *
 * <p>May use: {@code store} (not yet needed: what it has to know about entities is
 * {@link org.entente.query.EntityResolver}), {@code names}, {@code time} (as {@link org.entente.query.DateReader}),
 * {@code vocab}, Jena. Knows nothing of HTTP.
 */
@NullMarked
package org.entente.query;

import org.jspecify.annotations.NullMarked;
