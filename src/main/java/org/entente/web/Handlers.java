package org.entente.web;

import java.util.Map;

/**
 * What answers, for {@link Routes}.
 *
 * @param readings the canned queries that have a page of their own, by id
 */
record Handlers(
        HomeEndpoint home,
        ThingEndpoint things,
        OntologyEndpoint ontology,
        CatalogEndpoint catalog,
        CannedEndpoint canned,
        Map<String, Reading> readings,
        DossierEndpoint dossier,
        SparqlEndpoint sparql,
        EditorEndpoint editor,
        UpdateEndpoint update,
        GraphStoreEndpoint graphStore,
        VoidEndpoint voids,
        OpenApiEndpoint openApi,
        HealthEndpoint health,
        Metrics metrics,
        StaticFiles files,
        PathEndpoint path,
        NetworkEndpoint network,
        PassageEndpoint passage,
        EvidenceEndpoint evidence,
        FindEndpoint find,
        AboutEndpoint about,
        SitemapEndpoint sitemap,
        SearchEndpoint search,
        SuggestEndpoint suggest,
        ReconcileEndpoint reconcile,
        ReconcilePages reconcilePages,
        ReconcileCsvEndpoint reconcileCsv,
        LinksEndpoint links) {}
