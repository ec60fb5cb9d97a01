package org.entente.web.sparql;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.SysRIOT;
import org.apache.jena.riot.system.streammgr.StreamManager;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.entente.bounds.MemoryGuard;
import org.entente.execution.LimitedRows;
import org.entente.execution.Problem;
import org.entente.execution.ResultLimit;
import org.entente.execution.RunningQueries;
import org.entente.execution.ServiceCalls;
import org.entente.execution.XmlText;
import org.entente.web.http.Format;

/**
 * Fuseki without its server, which is built but never started. The dataset is mounted at "/" with two read-only
 * endpoints. Our handlers call Fuseki's filter after they have checked keys and limits and set headers.
 */
final class FusekiBridge {
    static final String QUERY = "sparql";
    static final String GRAPHS = "graph-store";
    /** Request attribute: the answer had more rows than the limit. */
    static final String CUT = "org.entente.cut";
    /** Attribute of a request whose query was wrong: the {@link Problem}. */
    static final String PROBLEM = "org.entente.problem";
    /** Attribute of a request whose query runs: its context. */
    private static final String CONTEXT = "entente.context";
    /** Attribute of a request whose query may be stopped: its {@link RunningQueries.Run}. */
    static final String RUN = "entente.run";
    /** Attribute of a request whose query may only run for a {@link Duration}. */
    static final String TIME = "entente.time";
    /** Attribute of a request whose answer has fewer rows than the limit allows: how many. */
    static final String ROWS = "entente.rows";

    private final FusekiServer fuseki;
    private final FusekiFilter filter = new FusekiFilter();

    FusekiBridge(DatasetGraph dataset, Duration timeout, long rowLimit, ServiceCalls services) {
        DataService.Builder service = DataService.newBuilder(dataset)
                .addEndpoint(endpoint(Operation.Query, QUERY, timeout, services))
                .addEndpoint(endpoint(Operation.GSP_R, GRAPHS, timeout, services));
        fuseki = FusekiServer.create()
                .port(0)
                .registerOperation(Operation.Query, new LimitedQuery(rowLimit))
                .add("/", service)
                .build();
    }

    /** The servlet context as Fuseki's filter shall see it: with the dataset and operations of this bridge. */
    private ServletContext context(ServletContext outer) {
        Map<String, Object> own = new ConcurrentHashMap<>();
        ServletContext context = (ServletContext) Proxy.newProxyInstance(
                FusekiBridge.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("setAttribute")) {
                        own.put((String) arguments[0], arguments[1]);
                        return null;
                    }
                    boolean asked = method.getName().equals("getAttribute") && own.containsKey(arguments[0]);
                    return asked ? own.get(arguments[0]) : method.invoke(outer, arguments);
                });
        OperationRegistry.set(context, fuseki.getOperationRegistry());
        DataAccessPointRegistry.set(context, fuseki.getDataAccessPointRegistry());
        return context;
    }

    /**
     * Lets Fuseki answer the request.
     *
     * @return the response; the body of a long one may already have been sent
     */
    FusekiResponse call(FusekiRequest request, FusekiResponse response) {
        try {
            ServletContext context = context(request.getServletContext());
            HttpServletRequest seen = new HttpServletRequestWrapper(request) {
                @Override
                public ServletContext getServletContext() {
                    return context;
                }

                @Override
                public String getRequestURI() {
                    // A slash at the end changes nothing, as everywhere here.
                    return super.getRequestURI().replaceFirst("/+$", "");
                }
            };
            filter.doFilter(seen, response, (q, r) -> {
                throw Problem.notFound("No such endpoint", "There is no SPARQL endpoint at this address.");
            });
            response.finish();
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Endpoint endpoint(Operation operation, String name, Duration timeout, ServiceCalls services) {
        Context context = new Context();
        context.set(ARQ.queryTimeout, Long.toString(timeout.toMillis()));
        services.wire(context);
        // without locators no query can open a file or an address
        context.set(SysRIOT.sysStreamManager, new StreamManager());
        return Endpoint.create()
                .operation(operation)
                .endpointName(name)
                .context(context)
                .build();
    }

    /** Limits the rows of an answer and its time. */
    private static final class LimitedQuery extends SPARQL_QueryDataset {
        private final long rowLimit;

        LimitedQuery(long rowLimit) {
            this.rowLimit = rowLimit;
        }

        @Override
        protected void execute(String text, HttpAction action) {
            try {
                super.execute(text, action);
            } catch (RuntimeException e) {
                Problem mistake = FusekiErrors.mistake(cause(action, e)).orElseThrow(() -> e);
                action.getRequest().setAttribute(PROBLEM, mistake);
                // Without its cause, of which Fuseki would write the stack trace into the log.
                ServletOps.error(mistake.status(), mistake.detail());
            }
        }

        private static RuntimeException cause(HttpAction action, RuntimeException e) {
            if (e instanceof QueryCancelledException
                    && action.getRequest().getAttribute(CONTEXT) instanceof Context query) {
                return MemoryGuard.explain(query)
                        .map(RuntimeException.class::cast)
                        .orElse(e);
            }
            return e;
        }

        @Override
        protected void validateQuery(HttpAction action, Query query) {
            // One row more than is sent: if there is one, the answer was cut.
            ResultLimit.lower(query, rows(action) + 1);
        }

        private long rows(HttpAction action) {
            return action.getRequest().getAttribute(ROWS) instanceof Long rows ? Math.min(rows, rowLimit) : rowLimit;
        }

        @Override
        protected QueryExecResult executeQuery(HttpAction action, QueryExec exec, Query query, String text) {
            if (GraphAnswer.isCounted(query)) {
                return GraphAnswer.of(query, limited(action, exec.select()), exec);
            }
            QueryExecResult result = super.executeQuery(action, exec, query, text);
            if (!result.isRowSet()) {
                return result;
            }
            RowSet rows = limited(action, result.rowSet());
            return new QueryExecResult(
                    Format.XML.mediaType().equals(action.getRequest().getHeader("Accept")) ? XmlText.of(rows) : rows);
        }

        private RowSet limited(HttpAction action, RowSet rows) {
            return new LimitedRows(rows, rows(action), () -> action.getRequest().setAttribute(CUT, true));
        }

        private QueryExec execution(HttpAction action, Query query, DatasetGraph dataset) {
            if (!(action.getRequest().getAttribute(TIME) instanceof Duration time)) {
                return super.createQueryExec(action, query, dataset);
            }
            return QueryExec.dataset(dataset)
                    .query(query)
                    .context(action.getContext())
                    .overallTimeout(time.toMillis(), TimeUnit.MILLISECONDS)
                    .build();
        }

        @Override
        protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
            QueryExec execution =
                    execution(action, GraphAnswer.isCounted(query) ? GraphAnswer.solutions(query) : query, dataset);
            action.getRequest().setAttribute(CONTEXT, execution.getContext());
            if (action.getRequest().getAttribute(RUN) instanceof RunningQueries.Run run) {
                run.started(execution);
            }
            return execution;
        }
    }
}
