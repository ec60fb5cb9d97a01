package org.entente.web.page;

import org.entente.execution.QueryExecutor;
import org.entente.execution.QueryLimiter;
import org.entente.execution.ServiceCalls;
import org.entente.query.EntityResolver;
import org.entente.query.ExampleValues;
import org.entente.query.QueryCatalog;
import org.entente.store.Store;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.WriteKey;

/**
 * The shared parts of the service, from which each package takes what its routes need.
 *
 * @param examples values for examples, which the loaded collection knows
 * @param names finds the entities that names in requests mean
 * @param services runs calls of other SPARQL services
 * @param key checks who may write
 */
public record ServiceContext(
        Store store,
        QueryCatalog catalog,
        ExampleValues examples,
        EntityResolver names,
        ServerOptions options,
        QueryExecutor executor,
        QueryLimiter limiter,
        ServiceCalls services,
        WriteKey key,
        Pages pages) {}
