package org.entente.web.operation;

import io.javalin.config.RoutesConfig;
import org.entente.operation.Tasks;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** {@code /status}, {@code /backups}, {@code /compact} and {@code /tasks}. */
public final class OperationRoutes implements RouteGroup {
    private final StatusEndpoint status;
    private final TasksEndpoint tasks;

    /** @param running runs the longer work of this server */
    public OperationRoutes(ServiceContext service, Tasks running) {
        status = new StatusEndpoint(service, running);
        tasks = new TasksEndpoint(service, running);
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/status", status::show);
        routes.post("/status/queries/{id}/stop", status::stop);
        RouteGroup.get(routes, "/tasks", tasks::list);
        RouteGroup.get(routes, "/tasks/{id}", tasks::one);
        RouteGroup.get(routes, "/backups", tasks::backups);
        routes.post("/backups", tasks::backup);
        routes.post("/compact", tasks::compact);
    }
}
