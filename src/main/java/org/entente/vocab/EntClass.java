package org.entente.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Classes of the ontology. Written from {@code ontology/} by GeneratedTermsTest; do not edit. */
public final class EntClass {
    /** Agent. */
    public static final Node AGENT = node("Agent");
    /** Agreement. */
    public static final Node AGREEMENT = node("Agreement");
    /** Agreement batch. */
    public static final Node AGREEMENT_BATCH = node("AgreementBatch");
    /** Association. */
    public static final Node ASSOCIATION = node("Association");
    /** Ceremony. */
    public static final Node CEREMONY = node("Ceremony");
    /** Collective. */
    public static final Node COLLECTIVE = node("Collective");
    /** Company. */
    public static final Node COMPANY = node("Company");
    /** Contradiction. */
    public static final Node CONFLICT = node("Conflict");
    /** Decision. */
    public static final Node DECISION = node("Decision");
    /** Delegation. */
    public static final Node DELEGATION = node("Delegation");
    /** Delegation trip. */
    public static final Node DELEGATION_TRIP = node("DelegationTrip");
    /** Diplomatic mission. */
    public static final Node DIPLOMATIC_MISSION = node("DiplomaticMission");
    /** Document. */
    public static final Node DOCUMENT = node("Document");
    /** Education or research body. */
    public static final Node EDUCATION_RESEARCH_BODY = node("EducationResearchBody");
    /** Encounter. */
    public static final Node ENCOUNTER = node("Encounter");
    /** Envoy post. */
    public static final Node ENVOY_POST = node("EnvoyPost");
    /** Event. */
    public static final Node EVENT = node("Event");
    /** Event series. */
    public static final Node EVENT_SERIES = node("EventSeries");
    /** Funding. */
    public static final Node FUNDING = node("Funding");
    /** Gathering. */
    public static final Node GATHERING = node("Gathering");
    /** Held event. */
    public static final Node HELD_EVENT = node("HeldEvent");
    /** Hint. */
    public static final Node HINT = node("Hint");
    /** Identifier link. */
    public static final Node IDENTIFIER_LINK = node("IdentifierLink");
    /** International organization. */
    public static final Node INTERNATIONAL_ORGANIZATION = node("InternationalOrganization");
    /** Link decision. */
    public static final Node LINK_DECISION = node("LinkDecision");
    /** Media outlet. */
    public static final Node MEDIA_OUTLET = node("MediaOutlet");
    /** Meeting. */
    public static final Node MEETING = node("Meeting");
    /** Ministry. */
    public static final Node MINISTRY = node("Ministry");
    /** Name. */
    public static final Node NAME = node("Name");
    /** Observation. */
    public static final Node OBSERVATION = node("Observation");
    /** Organization. */
    public static final Node ORGANIZATION = node("Organization");
    /** Parliament. */
    public static final Node PARLIAMENT = node("Parliament");
    /** Participation. */
    public static final Node PARTICIPATION = node("Participation");
    /** Person. */
    public static final Node PERSON = node("Person");
    /** Place. */
    public static final Node PLACE = node("Place");
    /** Polity. */
    public static final Node POLITY = node("Polity");
    /** Post. */
    public static final Node POST = node("Post");
    /** Project. */
    public static final Node PROJECT = node("Project");
    /** Public body. */
    public static final Node PUBLIC_BODY = node("PublicBody");
    /** Report. */
    public static final Node REPORT = node("Report");
    /** Reported change. */
    public static final Node REPORTED_CHANGE = node("ReportedChange");
    /** Session. */
    public static final Node SESSION = node("Session");
    /** State. */
    public static final Node STATE = node("State");
    /** Sub-national polity. */
    public static final Node SUBNATIONAL_POLITY = node("SubnationalPolity");
    /** Tenure. */
    public static final Node TENURE = node("Tenure");
    /** Time span. */
    public static final Node TIME_SPAN = node("TimeSpan");
    /** University. */
    public static final Node UNIVERSITY = node("University");
    /** Visit. */
    public static final Node VISIT = node("Visit");
    /** Working group. */
    public static final Node WORKING_GROUP = node("WorkingGroup");

    private EntClass() {}

    private static Node node(String name) {
        return NodeFactory.createURI(Ent.NS + name);
    }
}
