package org.entente.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.FormRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.Fields;
import org.entente.text.ExceptionText;
import org.entente.vocab.Iris;
import org.jspecify.annotations.Nullable;

/**
 * Answers SERVICE for the endpoints that are allowed: within budgets of time, size, calls and calls at a time; without following
 * redirects; never at an address that is not public. Whatever another service sends is read as SPARQL's JSON results, or not at all.
 */
public final class ServiceCalls implements AutoCloseable {
    /** In the context of a query: list of texts about calls that a SILENT kept quiet about. */
    static final Symbol NOTICES = Symbol.create("entente:serviceNotices");

    private static final Symbol COUNT = Symbol.create("entente:serviceCalls");
    private static final String JSON = "application/sparql-results+json";
    private static final long REMEMBERED_BYTES = 50_000_000;
    private static final long PATIENCE_MILLIS = 2_000;

    private final ServiceRules rules;
    private final Semaphore places;
    private final Cache<Call, byte[]> answers;
    private @Nullable HttpClient client;

    private record Call(String endpoint, String query) {}

    public ServiceCalls(ServiceRules rules) {
        this.rules = rules;
        this.places = new Semaphore(rules.concurrent());
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(rules.remembered())
                .maximumWeight(REMEMBERED_BYTES)
                .weigher((Call call, byte[] answer) -> call.query().length() + answer.length)
                .build();
    }

    ServiceRules rules() {
        return rules;
    }

    /** Has queries with this context call services through this, and only through this. */
    public void wire(Context context) {
        context.set(ARQ.httpServiceAllowed, true);
        ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
        ServiceExecutorRegistry.initWithDefaults(registry);
        // First in the chain, and it hands on to nobody: Jena's own HTTP is never reached.
        registry.addSingleLink((op, original, row, execution, chain) -> answer(op, row, execution));
        ServiceExecutorRegistry.set(context, registry);
    }

    /** @param row of the query here, to which the rows from there are added */
    private QueryIterator answer(OpService op, Binding row, ExecutionContext execution) {
        String endpoint = op.getService().isURI()
                ? op.getService().getURI()
                : op.getService().toString();
        try {
            return ask(endpoint, op.getSubOp(), row, execution);
        } catch (ServiceFailure e) {
            if (!op.getSilent()) {
                throw e;
            }
            List<String> notices = execution.getContext().get(NOTICES);
            if (notices != null) {
                notices.add(e.getMessage());
            }
            return QueryIterPlainWrapper.create(List.of(row).iterator(), execution);
        }
    }

    private QueryIterator ask(String endpoint, Op pattern, Binding row, ExecutionContext execution) {
        if (!rules.allows(endpoint)) {
            throw new ServiceFailure(
                    endpoint,
                    rules.areClosed()
                            ? "this server does not call other services. The operator can allow this one with --service-allow."
                            : "this service is not allowed here. Allowed: "
                                    + String.join(
                                            ", ",
                                            rules.endpoints().stream()
                                                    .map(URI::toString)
                                                    .sorted()
                                                    .toList())
                                    + ".");
        }
        Op plain = Rename.reverseVarRename(pattern, true);
        Query query = OpAsQuery.asQuery(plain);
        Call call = new Call(endpoint, query.serialize());
        byte[] answer = answers.getIfPresent(call);
        if (answer == null) {
            count(endpoint, execution.getContext());
            answer = fetch(call);
        }
        List<Binding> rows = rows(endpoint, answer, row, names(pattern));
        answers.put(call, answer);
        return QueryIterPlainWrapper.create(rows.iterator(), execution);
    }

    private void count(String endpoint, Context context) {
        AtomicInteger count = context.get(COUNT);
        if (count == null) {
            count = new AtomicInteger();
            context.set(COUNT, count);
        }
        if (count.incrementAndGet() > rules.callsPerQuery()) {
            throw new ServiceFailure(
                    endpoint,
                    "one query may call other services at most " + rules.callsPerQuery()
                            + " times, and this one would call it for every row. Put SERVICE first, or send the rows along with"
                            + " VALUES inside it.");
        }
    }

    private byte[] fetch(Call call) {
        try {
            if (!places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new ServiceFailure(
                        call.endpoint(), "too many calls to other services are running. Try again in a moment.");
            }
            try {
                return send(call);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFailure(call.endpoint(), "the call was interrupted.");
        }
    }

    private byte[] send(Call call) throws InterruptedException {
        Fields form = new Fields();
        form.put("query", call.query());
        Request request = client().newRequest(call.endpoint())
                .method(HttpMethod.POST)
                .headers(headers -> headers.put(HttpHeader.ACCEPT, JSON))
                .body(new FormRequestContent(form, StandardCharsets.UTF_8))
                .timeout(rules.time().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false);
        try {
            ContentResponse response = new CompletableResponseListener(request, rules.bytes())
                    .send()
                    .get(rules.time().toMillis() + PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return body(call, response);
        } catch (TimeoutException e) {
            request.abort(e);
            throw tooSlow(call);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw tooSlow(call);
            }
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            String why = ExceptionText.of(cause);
            throw new ServiceFailure(
                    call.endpoint(),
                    why.contains("capacity exceeded") || cause instanceof IllegalArgumentException
                            ? "its answer is larger than " + rules.bytes() + " bytes. Request less, with LIMIT."
                            : "it cannot be reached (" + why + ").");
        }
    }

    private ServiceFailure tooSlow(Call call) {
        return new ServiceFailure(
                call.endpoint(),
                "it did not answer within " + rules.time().toMillis() / 1000.0
                        + " s, the time limit of this server for other services. Request less, or try again later.",
                true);
    }

    private byte[] body(Call call, ContentResponse response) {
        if (response.getStatus() / 100 == 3) {
            throw new ServiceFailure(
                    call.endpoint(),
                    "it redirects to another address (" + response.getStatus() + "); redirects are never followed.");
        }
        if (response.getStatus() != 200) {
            throw new ServiceFailure(call.endpoint(), "it answered with status " + response.getStatus() + ".");
        }
        String type = String.valueOf(response.getMediaType()).toLowerCase(Locale.ROOT);
        if (!type.equals(JSON) && !type.equals("application/json")) {
            throw new ServiceFailure(call.endpoint(), "it answered with " + type + " instead of " + JSON + ".");
        }
        return response.getContent();
    }

    /** Reads rows; their variables get the names that they have inside the query here. */
    private static List<Binding> rows(String endpoint, byte[] answer, Binding here, Map<Var, Var> names) {
        try {
            RowSet result = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                    .create(ResultSetLang.RS_JSON)
                    .read(new ByteArrayInputStream(answer), ARQ.getContext());
            List<Binding> rows = new ArrayList<>();
            while (result.hasNext()) {
                BindingBuilder row = BindingFactory.builder(here);
                result.next().forEach((variable, value) -> {
                    // What is no IRI would break whatever the row is written to.
                    if (value.isURI() && !Iris.isWritable(value.getURI())) {
                        throw new IllegalArgumentException(value.getURI());
                    }
                    Var name = names.getOrDefault(variable, variable);
                    if (!here.contains(name)) {
                        row.add(name, value);
                    }
                });
                rows.add(row.build());
            }
            return rows;
        } catch (RuntimeException e) {
            throw new ServiceFailure(endpoint, "its answer cannot be read as " + JSON + ".");
        }
    }

    private static Map<Var, Var> names(Op pattern) {
        Map<Var, Var> names = new HashMap<>();
        OpVars.mentionedVars(pattern)
                .forEach(variable -> names.put(Var.alloc(variable.getVarName().replaceFirst("^/+", "")), variable));
        return names;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            HttpClient starting = new HttpClient();
            starting.setSocketAddressResolver(new PublicAddresses(rules.loopback()));
            starting.setFollowRedirects(false);
            starting.setConnectTimeout(rules.time().toMillis());
            starting.setUserAgentField(new org.eclipse.jetty.http.HttpField(
                    HttpHeader.USER_AGENT, "Entente (knowledge graph service; SERVICE calls of its users)"));
            try {
                starting.start();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            client = starting;
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            try {
                client.stop();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
