package org.entente.encounter;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.vocab.Ent;

/** The properties and concepts that this room reads. */
final class Terms {
    static final Node BETWEEN = term("between");
    static final Node LEVEL = term("level");
    static final Node VIA_EVENT = term("viaEvent");
    static final Node VIA_PARTICIPATION = term("viaParticipation");
    static final Node WITNESS_COUNT = term("witnessCount");
    static final Node CONFIDENCE = term("confidence");
    static final Node SUPPORTED_BY = term("supportedBy");
    static final Node STATED_IN = term("statedIn");
    static final Node LOCATOR = term("locator");
    static final Node URL = term("url");
    static final Node IN_EVENT = term("inEvent");
    static final Node PARTICIPANT = term("participant");
    static final Node AS_HOLDER_OF = term("asHolderOf");
    static final Node OFFICE_AT_DATE = term("officeAtDate");
    static final Node DECIDES_ON = term("decidesOn");
    static final Node PREFERS = term("prefers");
    static final Node OVERRIDES = term("overrides");
    static final Node MERGED_INTO = term("mergedInto");
    static final Node SPLIT_FROM = term("splitFrom");
    static final Node ASSIGNS = term("assigns");
    static final Node WITHDRAWN_BY = term("withdrawnBy");
    static final Node IN_REPORT = term("inReport");
    static final Node TITLE_IN_DOUBT = term("titleInDoubt");
    static final Node ON_BEHALF_OF = term("onBehalfOf");
    static final Node ROLE = term("role");
    static final Node ATTENDANCE = term("attendance");
    static final Node ATTENDED = term("attended");
    static final Node EXPECTED = term("expected");
    static final Node INVITED = term("invited");
    static final Node TIME = term("time");
    static final Node PLACE = term("place");
    static final Node EDTF = term("edtf");
    static final Node EARLIEST_START = term("earliestStart");
    static final Node LATEST_START = term("latestStart");
    static final Node EARLIEST_END = term("earliestEnd");
    static final Node LATEST_END = term("latestEnd");
    static final Node POST_KIND = term("postKind");
    static final Node WITHIN_POLITY = term("withinPolity");
    static final Node JOINED_FROM_REPORTS = term("joinedFromReports");
    static final Node CONFLICT_ON = term("conflictOn");
    static final Node ASPECT = term("aspect");
    static final Node REPORTED_PLACE = term("reportedPlace");
    static final Node BELONGS_TO = term("belongsTo");

    static final Node REPORTED_STATUS = term("reportedStatus");
    static final Node STATUS = term("status");
    static final Node TOPIC = term("topic");
    static final Node PART_OF = term("partOf");
    static final Node GROUP_DESCRIPTION = term("groupDescription");
    static final Node IN_DELEGATION = term("inDelegation");
    static final Node REPRESENTED = term("represented");
    static final Node ABSENT = term("absent");
    static final Node HELD = term("held");
    static final Node ANNOUNCED = term("announced");
    static final Node CONTRADICTED = term("contradicted");
    static final Node DELEGATION_TRIP = term("DelegationTrip");
    static final Node PERSON = term("Person");
    static final Node POST = term("Post");

    private Terms() {}

    static Node term(String name) {
        return NodeFactory.createURI(Ent.term(name));
    }
}
