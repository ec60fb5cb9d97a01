/**
 * Canned queries. One {@code .rq} file gives a form, an API operation, an RDF description, a question template and a test.
 *
 * <h2>The file</h2>
 * Standard SPARQL 1.1, SELECT or CONSTRUCT, after a header in YAML whose lines begin with {@code #+}:
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
 * #+ key: [encounter]          what a row is about: no two rows have the same values in all these columns
 * #+ claims: false             if the rows are no claims of sources; else they have the columns sources and locators
 * #+ counted: event status=held  the column that readers take for the number of all such things, and which rows count
 * #+ uncounted: {de: …, en: …}  instead: why the rows do not say how many there are at least
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
 * {@code columns} declares what the columns mean; the program does not guess it from their names. Dates are shown in words, an
 * office among participants stands for its unnamed holder, a chart shows the first amount, a network the first two agents, a map
 * the places. Without a label, the heading is the text {@code column.<name>} of the portal. A column {@code xLabel} belongs to
 * {@code x} and is not declared. The type of an undeclared column is guessed from its values, as in queries written by users.
 *
 * <h2>Panels</h2>
 * {@code panels} shows the query on the pages of entities without any Java. The lowest number comes first; the shipped panels
 * leave gaps of ten, and those on nearly every page start at 800. Two panels in the same position are a finding, and so is a column
 * that the query does not select. A panel is left out if its parameter does not take the entity because its class is narrower.
 * {@code bars} draws rows on a time axis: the first column labels them, the first column of type {@code date} gives their position,
 * and the first of type {@code tenure} links to the evidence.
 *
 * <h2>How parameters get into the query</h2>
 * A parameter is the variable of its name. Values are never pasted into the text: the query is parsed, its tree is rewritten
 * ({@code Substitution}), and pages show the tree as text again.
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
 *   <li>A list of an <b>enum</b> {@code level} is one text, too: {@code ?levelWords} has the words of its values as the address gives them,
 *       with commas between them.
 *   <li>{@code ?lang}, the reader's language, is a parameter of every query: a string, "en" if nothing is asked.
 *   <li>LIMIT and OFFSET come from the page; one row more than the page holds is asked for.
 * </ul>
 * Single values are substituted instead of using VALUES, because OPTIONAL then stays an index look-up and the query stays short.
 * VALUES is used instead of {@code AS}, because GROUP BY and sub-selects then stay valid.
 *
 * <h2>Labels</h2>
 * Every {@code ?x} that is an entity has a column {@code ?xLabel} in the reader's language. The rules have chosen the label already, also
 * where there is none in that language:
 * <pre>
 * ?x ent:displayLabel ?xLabel . FILTER(LANG(?xLabel) = ?lang)
 * </pre>
 * If {@code ?x} may be unbound, this stands inside the OPTIONAL that binds it; outside it would match every label. Labels to show exist in
 * {@link org.entente.query.CannedQuery#DISPLAYED}; whoever asks for another language gets English.
 *
 * <h2>One row per thing</h2>
 * Where a thing has several dates, places, offices or sources, the rules have put them together in one text, in order, separated by
 * {@code " | "} ({@code ent:displayDate} and the like). So a query needs neither grouping nor a product of rows, and any SPARQL 1.1
 * engine reads the same from the data. A query has at most 60 lines, no EXISTS inside IF, and no aggregate that relies on the order of a
 * sub-query.
 *
 * <p>May use: {@code store}, {@code names}, {@code time} (as {@link org.entente.query.DateReader}),
 * {@code vocab}, Jena. Does not depend on HTTP.
 */
@NullMarked
package org.entente.query;

import org.jspecify.annotations.NullMarked;
