package org.entente.web.entity;

import java.util.List;
import java.util.Map;

/**
 * A panel of an entity's page: one canned query about the entity.
 *
 * @param id of its title among the messages
 * @param query id of the canned query
 * @param parameter of the query that means the entity
 * @param fixed other parameters
 * @param columns that the panel shows; the query's own page and the downloads have all
 */
record PanelQuery(String id, String query, String parameter, Map<String, List<String>> fixed, List<String> columns) {
    static PanelQuery of(String id, String query, String parameter, String... columns) {
        return new PanelQuery(id, query, parameter, Map.of(), List.of(columns));
    }

    PanelQuery with(String name, String... values) {
        return new PanelQuery(id, query, parameter, Map.of(name, List.of(values)), columns);
    }
}
