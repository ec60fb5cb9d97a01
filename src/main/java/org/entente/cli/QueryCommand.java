package org.entente.cli;

import org.entente.vocab.Prefixes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.entente.query.Arguments;
import org.entente.query.BoundQuery;
import org.entente.query.CannedQuery;
import org.entente.query.EdtfDates;
import org.entente.query.Paging;
import org.entente.query.ParameterException;
import org.entente.query.Parameters;
import org.entente.query.QueryCatalog;
import org.entente.query.StoreEntityResolver;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a canned query without a server. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a canned query without a server. Without a query name it lists all queries.",
            "Loads the collection into memory unless --store names a loaded store."
        },
        footer = {
            "",
            "Examples:",
            "  entente query",
            "  entente query who-met person='Albert Rau'",
            "  entente query office-holder-at post=post:ambassador-de-kz date=2015-06-09 --format csv"
        })
final class QueryCommand implements Callable<Integer> {
    /** The formats that a shell user wants. */
    enum Format {
        text(null),
        csv(ResultSetLang.RS_CSV),
        tsv(ResultSetLang.RS_TSV),
        json(ResultSetLang.RS_JSON),
        xml(ResultSetLang.RS_XML);

        private final Lang lang;

        Format(Lang lang) {
            this.lang = lang;
        }
    }

    @Mixin
    private CollectionOptions options;

    @CommandLine.Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "QUERY",
            description = "Name of the canned query.")
    private String id;

    @CommandLine.Parameters(
            index = "1..*",
            paramLabel = "NAME=VALUE",
            description = "Parameters of the query; repeat a name to give several values.")
    private List<String> assignments = List.of();

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private Format format;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "NAME",
            description = "Columns to show in the text format, in this order (default: all).")
    private List<String> columns = List.of();

    @Option(names = "--lang", defaultValue = "en", description = "Language of labels: en, de, ru, kk … (default: en).")
    private String lang;

    @Option(names = "--page", defaultValue = "1", paramLabel = "N", description = "Page of the result (default: 1).")
    private int page;

    @Option(names = "--all", description = "All rows (at most " + Paging.MAX_SIZE + ") instead of one page.")
    private boolean all;

    @Option(names = "--sparql", description = "Show the SPARQL instead of running it.")
    private boolean sparql;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        try (Application workshop = options.namesStore() ? Application.open(options) : Application.inMemory(options)) {
            QueryCatalog catalog = workshop.catalog();
            if (id == null) {
                catalog.queries()
                        .forEach(q -> console.say("%-32s %s"
                                .formatted(q.id(), q.header().summary().in(lang))));
                return 0;
            }
            CannedQuery query = catalog.query(id)
                    .orElseThrow(() -> new CommandLine.ParameterException(
                            spec.commandLine(), "There is no query '" + id + "'. 'entente query' lists all queries."));
            workshop.loadIfEmpty(console);
            if (page < 1) {
                throw new CommandLine.ParameterException(spec.commandLine(), "--page must be a whole number from 1.");
            }
            Paging paging = all
                    ? new Paging(1, Paging.MAX_SIZE)
                    : new Paging(page, Paging.first(query).size());
            BoundQuery bound = query.bind(arguments(workshop, query), paging);
            if (sparql) {
                console.say(bound.toSparql());
                return 0;
            }
            List<String> unknown =
                    columns.stream().filter(c -> !query.columns().contains(c)).toList();
            if (!unknown.isEmpty()) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        "There is no column " + String.join(", ", unknown) + "; available: "
                                + String.join(", ", query.columns()) + ".");
            }
            boolean[] more = new boolean[1];
            console.say(workshop.store().read(dataset -> run(dataset, bound, paging.size(), more)));
            if (more[0]) {
                console.warn("There are more than " + paging.size() + " rows: "
                        + (all
                                ? "narrow the query."
                                : "--page " + (page + 1) + " shows the next ones, --all shows all."));
            }
            return 0;
        }
    }

    private Arguments arguments(Application workshop, CannedQuery query) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        given.put(CannedQuery.LANG, List.of(lang));
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "'" + assignment + "' is not a parameter; write name=value.");
            }
            given.computeIfAbsent(assignment.substring(0, equals), k -> new ArrayList<>())
                    .add(assignment.substring(equals + 1));
        }
        try {
            return Parameters.read(query, given, new StoreEntityResolver(workshop.store()), new EdtfDates());
        } catch (ParameterException e) {
            String near = e.candidates().stream()
                    .map(c -> c.label() + " (" + Prefixes.compact(c.iri()) + ")")
                    .collect(Collectors.joining(", "));
            throw new CommandLine.ParameterException(
                    spec.commandLine(), e.getMessage() + (near.isEmpty() ? "" : ". Near: " + near));
        }
    }

    /** @param more is set where there are more rows than the page holds: the query asks for one more */
    private String run(DatasetGraph dataset, BoundQuery bound, int size, boolean[] more) {
        try (QueryExec exec = QueryExec.dataset(dataset).query(bound.query()).build()) {
            RowSet found = exec.select();
            List<Binding> shown = new ArrayList<>();
            while (shown.size() < size && found.hasNext()) {
                shown.add(found.next().detach());
            }
            more[0] = found.hasNext();
            RowSet rows = RowSetStream.create(found.getResultVars(), shown.iterator());
            if (format == Format.text) {
                return TextTable.of(rows, columns);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultSetMgr.write(out, ResultSet.adapt(rows), format.lang);
            return out.toString(StandardCharsets.UTF_8).stripTrailing();
        }
    }
}
