package org.entente.web.page;

import org.entente.execution.QueryExecutor;
import org.entente.execution.QueryLimiter;
import org.entente.execution.ServiceCalls;
import org.entente.query.EntityResolver;
import org.entente.query.QueryCatalog;
import org.entente.store.Store;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.WriteKey;

/**
 * What the rooms of the service have in common: each takes from it what it needs when its routes are made.
 *
 * @param names what the names in requests mean
 * @param services calls of other SPARQL services
 * @param key judges who may write
 */
public record ServiceContext(
        Store store,
        QueryCatalog catalog,
        EntityResolver names,
        ServerOptions options,
        QueryExecutor executor,
        QueryLimiter limiter,
        ServiceCalls services,
        WriteKey key,
        Pages pages) {}
