package org.entente.encounter;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.vocab.Ent;

/** The properties and concepts that this room reads. */
public final class Terms {
    public static final Node BETWEEN = term("between");
    public static final Node LEVEL = term("level");
    public static final Node VIA_EVENT = term("viaEvent");
    static final Node VIA_PARTICIPATION = term("viaParticipation");
    public static final Node WITNESS_COUNT = term("witnessCount");
    public static final Node CONFIDENCE = term("confidence");
    public static final Node SUPPORTED_BY = term("supportedBy");
    public static final Node STATED_IN = term("statedIn");
    public static final Node LOCATOR = term("locator");
    public static final Node URL = term("url");
    public static final Node IN_EVENT = term("inEvent");
    public static final Node PARTICIPANT = term("participant");
    public static final Node AS_HOLDER_OF = term("asHolderOf");
    public static final Node OFFICE_AT_DATE = term("officeAtDate");
    public static final Node DECIDES_ON = term("decidesOn");
    public static final Node PREFERS = term("prefers");
    public static final Node OVERRIDES = term("overrides");
    public static final Node MERGED_INTO = term("mergedInto");
    public static final Node SPLIT_FROM = term("splitFrom");
    public static final Node ASSIGNS = term("assigns");
    public static final Node WITHDRAWN_BY = term("withdrawnBy");
    public static final Node IN_REPORT = term("inReport");
    public static final Node TITLE_IN_DOUBT = term("titleInDoubt");
    public static final Node ON_BEHALF_OF = term("onBehalfOf");
    public static final Node ROLE = term("role");
    public static final Node ATTENDANCE = term("attendance");
    public static final Node ATTENDED = term("attended");
    public static final Node EXPECTED = term("expected");
    public static final Node INVITED = term("invited");
    public static final Node TIME = term("time");
    public static final Node PLACE = term("place");
    public static final Node IN_PHRASE = term("inPhrase");
    public static final Node EDTF = term("edtf");
    public static final Node EARLIEST_START = term("earliestStart");
    public static final Node LATEST_START = term("latestStart");
    public static final Node EARLIEST_END = term("earliestEnd");
    public static final Node LATEST_END = term("latestEnd");
    public static final Node POST_KIND = term("postKind");
    public static final Node WITHIN_POLITY = term("withinPolity");
    public static final Node JOINED_FROM_REPORTS = term("joinedFromReports");
    public static final Node CONFLICT_ON = term("conflictOn");
    public static final Node ASPECT = term("aspect");
    public static final Node REPORTED_PLACE = term("reportedPlace");
    public static final Node BELONGS_TO = term("belongsTo");

    public static final Node REPORTED_STATUS = term("reportedStatus");
    public static final Node STATUS = term("status");
    public static final Node TOPIC = term("topic");
    public static final Node PART_OF = term("partOf");
    public static final Node GROUP_DESCRIPTION = term("groupDescription");
    public static final Node IN_DELEGATION = term("inDelegation");
    public static final Node REPRESENTED = term("represented");
    public static final Node ABSENT = term("absent");
    public static final Node HELD = term("held");
    public static final Node ANNOUNCED = term("announced");
    public static final Node CONTRADICTED = term("contradicted");
    public static final Node DELEGATION_TRIP = term("DelegationTrip");
    public static final Node PERSON = term("Person");
    public static final Node POST = term("Post");

    private Terms() {}

    public static Node term(String name) {
        return NodeFactory.createURI(Ent.term(name));
    }
}
