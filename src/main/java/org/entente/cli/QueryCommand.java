package org.entente.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.entente.execution.Rows;
import org.entente.execution.Select;
import org.entente.execution.ServiceCalls;
import org.entente.execution.ServiceFailure;
import org.entente.query.Arguments;
import org.entente.query.BoundQuery;
import org.entente.query.CannedQuery;
import org.entente.query.EdtfDates;
import org.entente.query.Paging;
import org.entente.query.ParameterException;
import org.entente.query.Parameters;
import org.entente.query.QueryCatalog;
import org.entente.query.StoreEntityResolver;
import org.entente.text.ExceptionText;
import org.entente.vocab.Prefixes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a canned query without a server. */
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
    /** The output formats. */
    enum Format {
        text(null),
        csv(ResultSetLang.RS_CSV),
        tsv(ResultSetLang.RS_TSV),
        json(ResultSetLang.RS_JSON),
        xml(ResultSetLang.RS_XML);

        private final @Nullable Lang lang;

        Format(@Nullable Lang lang) {
            this.lang = lang;
        }
    }

    @Mixin
    private CollectionOptions options;

    @Mixin
    private LimitOptions limits;

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
        try (Application application = Application.forReading(options)) {
            QueryCatalog catalog = application.catalog();
            if (id == null) {
                catalog.queries()
                        .forEach(q -> console.say("%-32s %s"
                                .formatted(q.id(), q.header().summary().in(lang))));
                return 0;
            }
            CannedQuery query = catalog.query(id)
                    .orElseThrow(() -> new CommandLine.ParameterException(
                            spec.commandLine(), "There is no query '" + id + "'. 'entente query' lists all queries."));
            application.loadIfEmpty(console);
            if (page < 1) {
                throw new CommandLine.ParameterException(spec.commandLine(), "--page must be a whole number from 1.");
            }
            int size = (int) Math.min(
                    limits.limits().rows(),
                    all ? Paging.MAX_SIZE : query.firstPage().size());
            Paging paging = new Paging(all ? 1 : page, size);
            BoundQuery bound = query.bind(arguments(application, query), paging);
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
            Rows rows = rows(application, bound.query(), size, console);
            console.say(written(rows));
            if (rows.more()) {
                console.warn("There are more than " + size + " rows: "
                        + (all
                                ? "narrow the query."
                                : "--page " + (page + 1) + " shows the next ones, --all shows all."));
            }
            return 0;
        }
    }

    private Arguments arguments(Application application, CannedQuery query) {
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
            return Parameters.read(query, given, new StoreEntityResolver(application.store()), new EdtfDates());
        } catch (ParameterException e) {
            String near = e.candidates().stream()
                    .map(c -> c.label() + " (" + Prefixes.compact(c.iri()) + ")")
                    .collect(Collectors.joining(", "));
            throw new CommandLine.ParameterException(
                    spec.commandLine(), e.getMessage() + (near.isEmpty() ? "" : ". Near: " + near));
        }
    }

    /**
     * Runs the query, which asks for one row more than the page has, so that {@link Rows#more} says whether there is
     * another page.
     */
    private Rows rows(Application application, Query query, int size, Console console) {
        List<String> notices = new ArrayList<>();
        try (ServiceCalls services = new ServiceCalls(limits.services())) {
            return application.store().read(dataset -> Select.on(dataset)
                    .within(limits.limits())
                    .calling(services, notices)
                    .rows(query, size));
        } catch (QueryCancelledException e) {
            throw new CommandException("The query was not done after "
                    + limits.limits().timeout().toSeconds() + " s. Ask for less, or give it more time with --timeout.");
        } catch (ServiceFailure e) {
            throw new CommandException(ExceptionText.of(e));
        } finally {
            notices.forEach(console::warn);
        }
    }

    private String written(Rows rows) {
        return format.lang == null
                ? TextTable.of(rows, columns)
                : new String(rows.write(format.lang), StandardCharsets.UTF_8).stripTrailing();
    }
}
