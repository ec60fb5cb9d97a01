package org.entente.web.entity;

import java.util.List;

/** What the page of a thing shows, by what kind of thing it is: facts for its head, and panels, in their order. */
enum EntityKind {
    PERSON(
            "person",
            List.of(),
            List.of(
                    met("met", "whom", "whomOffice", "date", "place", "event").with("level", "met", "metHolderOf"),
                    met("together", "whom", "level", "date", "place", "event")
                            .with("level", "coAttended", "travelledWith"),
                    met("announced", "whom", "whomOffice", "date", "place", "event")
                            .with("level", "announced", "announcedHolderOf"),
                    met("possible", "whom", "date", "event").with("level", "candidate"),
                    PanelQuery.of(
                            "events",
                            "events-of-person",
                            "person",
                            "date",
                            "event",
                            "status",
                            "place",
                            "office",
                            "role"),
                    conflicts(),
                    names(),
                    sources())),
    POST(
            "post",
            List.of(
                    "postIn",
                    "represents",
                    "postKind",
                    "accreditedTo",
                    "consularDistrict",
                    "seatCount",
                    "succeedsPost"),
            List.of(
                    PanelQuery.of("holders", "holders-of-post", "post", "holder", "date", "sources"),
                    PanelQuery.of("candidates", "candidates", "post", "event", "date", "candidate", "fit", "why"),
                    names(),
                    sources())),
    ORGANISATION(
            "org",
            List.of("partOfOrganization", "belongsTo", "seat", "withinPolity", "succeedsOrganization"),
            List.of(
                    met("met", "whom", "level", "date", "place", "event"),
                    offices(),
                    agreements(),
                    PanelQuery.of(
                            "partners",
                            "universities-and-partners",
                            "university",
                            "partner",
                            "link",
                            "date",
                            "subject"),
                    PanelQuery.of("publishes", "sources", "publisher", "published", "document", "reports"),
                    conflicts(),
                    names(),
                    sources())),
    STATE("state", List.of("withinPolity"), polity()),
    REGION("region", List.of("withinPolity"), polity()),
    PLACE(
            "place",
            List.of("withinPlace", "territoryOf"),
            List.of(
                    PanelQuery.of(
                            "events", "events-in-place", "place", "date", "event", "status", "place", "witnesses"),
                    figures(),
                    conflicts(),
                    names(),
                    sources())),
    EVENT(
            "event",
            List.of("status", "time", "place", "partOf", "follows", "inSeries", "sessionNumber", "mode", "topic"),
            List.of(
                    PanelQuery.of(
                            "participants",
                            "event",
                            "event",
                            "participant",
                            "office",
                            "group",
                            "groupSize",
                            "role",
                            "attendance",
                            "side"),
                    PanelQuery.of("candidates", "candidates", "event", "post", "candidate", "fit", "why"),
                    PanelQuery.of("stops", "places-of-trip", "trip", "place", "event", "status", "document", "locator"),
                    PanelQuery.of(
                            "agreements", "agreements-of-trip", "trip", "agreement", "status", "kind", "date", "party"),
                    PanelQuery.of("unnamed", "unnamed-agreements", "event", "batch", "stated", "named", "unnamed"),
                    conflicts(),
                    PanelQuery.of(
                            "reports",
                            "evidence-of-event",
                            "event",
                            "document",
                            "publisher",
                            "published",
                            "status",
                            "date",
                            "place",
                            "locator",
                            "note"),
                    names())),
    SERIES(
            "series",
            List.of("seriesOf"),
            List.of(
                    PanelQuery.of(
                            "sessions",
                            "working-group-sessions",
                            "series",
                            "sessionNumber",
                            "session",
                            "status",
                            "date",
                            "place",
                            "chair",
                            "office"),
                    names(),
                    sources())),
    DELEGATION(
            "delegation",
            List.of("sentBy"),
            List.of(
                    PanelQuery.of(
                            "members",
                            "delegation-members",
                            "delegation",
                            "member",
                            "group",
                            "groupSize",
                            "office",
                            "role",
                            "event",
                            "date"),
                    met("met", "whom", "level", "date", "place", "event"),
                    names(),
                    sources())),
    AGREEMENT(
            "agreement",
            List.of(
                    "agreementStatus",
                    "agreementKind",
                    "time",
                    "party",
                    "signedBy",
                    "subject",
                    "concludedAt",
                    "inBatch"),
            List.of(conflicts(), names(), sources())),
    SOURCE(
            "doc",
            List.of(
                    "publisher",
                    "author",
                    "published",
                    "language",
                    "url",
                    "reliability",
                    "reliabilityNote",
                    "derivesFrom",
                    "notSeen",
                    "statedIn",
                    "reports",
                    "locator",
                    "reportedStatus",
                    "reportedTime",
                    "reportedPlace",
                    "note"),
            List.of(
                    PanelQuery.of(
                            "reports",
                            "reports-of-source",
                            "source",
                            "locator",
                            "event",
                            "status",
                            "date",
                            "place",
                            "modality"),
                    PanelQuery.of(
                            "metAccording",
                            "met-according-to",
                            "source",
                            "person",
                            "whom",
                            "level",
                            "date",
                            "event",
                            "locator"))),
    PROJECT(
            "project",
            List.of("projectPartner", "launchedAt", "funder"),
            List.of(
                    PanelQuery.of(
                            "funding",
                            "projects-and-funding",
                            "project",
                            "partner",
                            "funder",
                            "amount",
                            "unit",
                            "launch",
                            "date",
                            "place"),
                    names(),
                    sources())),
    TENURE("tenure", List.of("holder", "ofPost", "time", "firstAttested", "lastAttested"), List.of()),
    OTHER("", List.of(), List.of());

    private final String folder;
    private final List<String> facts;
    private final List<PanelQuery> panels;

    EntityKind(String folder, List<String> facts, List<PanelQuery> panels) {
        this.folder = folder;
        this.facts = facts;
        this.panels = panels;
    }

    /** @param name of a thing, such as person/albert-rau */
    static EntityKind of(String name) {
        for (EntityKind kind : values()) {
            if (name.startsWith(kind.folder + "/")) {
                return kind;
            }
        }
        return OTHER;
    }

    /** Properties of the head, by their names in the ontology. */
    List<String> facts() {
        return facts;
    }

    List<PanelQuery> panels() {
        return panels;
    }

    /** Whether it may meet somebody, so that a dossier, and for persons a network, can be asked for. */
    boolean acts() {
        return switch (this) {
            case PERSON, POST, ORGANISATION, STATE, REGION, DELEGATION -> true;
            default -> false;
        };
    }

    /** Whether the thing itself is claimed by sources, so that its name has a sign. */
    boolean claimed() {
        return switch (this) {
            case EVENT, AGREEMENT, TENURE, SOURCE -> true;
            default -> false;
        };
    }

    private static List<PanelQuery> polity() {
        return List.of(
                PanelQuery.of("envoysFrom", "envoys", "sending", "post", "holder", "receiver", "date"),
                PanelQuery.of("envoysTo", "envoys", "receiving", "post", "holder", "sender", "date"),
                offices(),
                agreements(),
                figures(),
                conflicts(),
                names(),
                sources());
    }

    private static PanelQuery met(String id, String... columns) {
        return PanelQuery.of(id, "who-met", "person", columns);
    }

    private static PanelQuery offices() {
        return PanelQuery.of("offices", "offices-of-organisation", "organisation", "post", "holder", "date");
    }

    private static PanelQuery agreements() {
        return PanelQuery.of(
                "agreements",
                "agreements-of-organisation",
                "organisation",
                "agreement",
                "status",
                "kind",
                "date",
                "party");
    }

    private static PanelQuery figures() {
        return PanelQuery.of(
                "figures",
                "statistics-by-country",
                "country",
                "measure",
                "partner",
                "period",
                "amount",
                "unit",
                "reporter",
                "document",
                "locator");
    }

    private static PanelQuery conflicts() {
        return PanelQuery.of(
                "conflicts", "conflicts", "thing", "aspect", "document", "valueText", "preferred", "rationale");
    }

    private static PanelQuery names() {
        return PanelQuery.of("names", "names-of-entity", "entity", "text", "language", "use", "document");
    }

    private static PanelQuery sources() {
        return PanelQuery.of(
                "sources", "sources-of", "thing", "published", "document", "publisher", "reports", "locators");
    }
}
