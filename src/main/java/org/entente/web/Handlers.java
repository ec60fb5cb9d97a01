package org.entente.web;

/** What answers, for {@link Routes}. */
record Handlers(
        HomeEndpoint home,
        ThingEndpoint things,
        OntologyEndpoint ontology,
        CatalogEndpoint catalog,
        CannedEndpoint canned,
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
        SearchEndpoint search,
        SuggestEndpoint suggest,
        ReconcileEndpoint reconcile,
        ReconcilePages reconcilePages,
        ReconcileCsvEndpoint reconcileCsv,
        LinksEndpoint links) {}
