package org.entente.web.search;

import io.javalin.config.RoutesConfig;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** The search, suggestions while typing, and the box of the home page. */
public final class SearchRoutes implements RouteGroup {
    private final SearchEndpoint search;
    private final SuggestEndpoint suggest;
    private final FindEndpoint find;

    public SearchRoutes(ServiceContext service) {
        NameSearch names = new NameSearch(service.store(), service.executor());
        search = new SearchEndpoint(
                names, new TextSearch(service.executor()), service.examples(), service.executor(), service.pages());
        suggest = new SuggestEndpoint(names, service.executor());
        find = new FindEndpoint(service.names());
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/search", search::handle);
        RouteGroup.get(routes, "/suggest", suggest::handle);
        RouteGroup.get(routes, "/find", find::handle);
    }
}
