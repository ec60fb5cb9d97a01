package org.entente.web;

import java.util.Map;
import org.entente.web.canned.CannedEndpoint;
import org.entente.web.canned.CatalogEndpoint;
import org.entente.web.canned.ResultPage;
import org.entente.web.dossier.DossierEndpoint;
import org.entente.web.dossier.EvidenceEndpoint;
import org.entente.web.dossier.PassageEndpoint;
import org.entente.web.entity.EntityEndpoint;
import org.entente.web.home.AboutEndpoint;
import org.entente.web.home.HomeEndpoint;
import org.entente.web.links.LinksEndpoint;
import org.entente.web.network.NetworkEndpoint;
import org.entente.web.network.PathEndpoint;
import org.entente.web.ontology.OntologyEndpoint;
import org.entente.web.reconcile.ReconcileCsvEndpoint;
import org.entente.web.reconcile.ReconcileEndpoint;
import org.entente.web.reconcile.ReconcilePages;
import org.entente.web.sparql.EditorEndpoint;
import org.entente.web.sparql.GraphStoreEndpoint;
import org.entente.web.sparql.SparqlEndpoint;
import org.entente.web.sparql.UpdateEndpoint;

/**
 * What answers, for {@link Routes}.
 *
 * @param readings the canned queries that have a page of their own, by id
 */
record Handlers(
        HomeEndpoint home,
        EntityEndpoint things,
        OntologyEndpoint ontology,
        CatalogEndpoint catalog,
        CannedEndpoint canned,
        Map<String, ResultPage> readings,
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
        AboutEndpoint about,
        SitemapEndpoint sitemap,
        ReconcileEndpoint reconcile,
        ReconcilePages reconcilePages,
        ReconcileCsvEndpoint reconcileCsv,
        LinksEndpoint links) {}
