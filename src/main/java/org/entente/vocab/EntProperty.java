package org.entente.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Properties of the ontology. Written from {@code ontology/} by GeneratedTermsTest; do not edit. */
public final class EntProperty {
    /** About. */
    public static final Node ABOUT = node("about");
    /** Accredited to. */
    public static final Node ACCREDITED_TO = node("accreditedTo");
    /** Kind of agreement. */
    public static final Node AGREEMENT_KIND = node("agreementKind");
    /** Agreement status. */
    public static final Node AGREEMENT_STATUS = node("agreementStatus");
    /** Amount. */
    public static final Node AMOUNT = node("amount");
    /** Amount qualifier. */
    public static final Node AMOUNT_QUALIFIER = node("amountQualifier");
    /** Meeting announced with. */
    public static final Node ANNOUNCED_TO_MEET = node("announcedToMeet");
    /** Meeting announced with the holder of. */
    public static final Node ANNOUNCED_TO_MEET_HOLDER_OF = node("announcedToMeetHolderOf");
    /** Area. */
    public static final Node AREA = node("area");
    /** Only as announced. */
    public static final Node AS_ANNOUNCED = node("asAnnounced");
    /** As holder of. */
    public static final Node AS_HOLDER_OF = node("asHolderOf");
    /** As of. */
    public static final Node AS_OF = node("asOf");
    /** Aspect. */
    public static final Node ASPECT = node("aspect");
    /** Assigns. */
    public static final Node ASSIGNS = node("assigns");
    /** Attendance. */
    public static final Node ATTENDANCE = node("attendance");
    /** Attendance disputed. */
    public static final Node ATTENDANCE_DISPUTED = node("attendanceDisputed");
    /** Attested at. */
    public static final Node ATTESTED_AT = node("attestedAt");
    /** Attested in. */
    public static final Node ATTESTED_IN = node("attestedIn");
    /** Attributed to. */
    public static final Node ATTRIBUTED_TO = node("attributedTo");
    /** Author. */
    public static final Node AUTHOR = node("author");
    /** Base observation. */
    public static final Node BASE_OBSERVATION = node("baseObservation");
    /** Belongs to. */
    public static final Node BELONGS_TO = node("belongsTo");
    /** Between. */
    public static final Node BETWEEN = node("between");
    /** Certain holder. */
    public static final Node CERTAIN_HOLDER = node("certainHolder");
    /** Certainly in office. */
    public static final Node CERTAIN_TIME = node("certainTime");
    /** Change as printed. */
    public static final Node CHANGE_AS_PRINTED = node("changeAsPrinted");
    /** Kind of change. */
    public static final Node CHANGE_KIND = node("changeKind");
    /** Value of change. */
    public static final Node CHANGE_VALUE = node("changeValue");
    /** Attended the same event as. */
    public static final Node CO_ATTENDED_WITH = node("coAttendedWith");
    /** Concerned by. */
    public static final Node CONCERNED_BY = node("concernedBy");
    /** Concluded at. */
    public static final Node CONCLUDED_AT = node("concludedAt");
    /** Confidence. */
    public static final Node CONFIDENCE = node("confidence");
    /** Contradiction about the person. */
    public static final Node CONFLICT_ABOUT = node("conflictAbout");
    /** Contradiction about. */
    public static final Node CONFLICT_ON = node("conflictOn");
    /** Contradicting report. */
    public static final Node CONFLICTING_REPORT = node("conflictingReport");
    /** Consolidates to. */
    public static final Node CONSOLIDATES_TO = node("consolidatesTo");
    /** Consular district. */
    public static final Node CONSULAR_DISTRICT = node("consularDistrict");
    /** Decided by. */
    public static final Node DECIDED_BY = node("decidedBy");
    /** Decided on. */
    public static final Node DECIDED_ON = node("decidedOn");
    /** Decides link. */
    public static final Node DECIDES_LINK = node("decidesLink");
    /** Decides on. */
    public static final Node DECIDES_ON = node("decidesOn");
    /** Decides state. */
    public static final Node DECIDES_STATE = node("decidesState");
    /** Decision evidence. */
    public static final Node DECISION_EVIDENCE = node("decisionEvidence");
    /** Derives from. */
    public static final Node DERIVES_FROM = node("derivesFrom");
    /** Contradictions to show. */
    public static final Node DISPLAY_CONFLICT = node("displayConflict");
    /** Contradicting documents to show. */
    public static final Node DISPLAY_CONFLICT_SOURCES = node("displayConflictSources");
    /** Date to show. */
    public static final Node DISPLAY_DATE = node("displayDate");
    /** Group to show. */
    public static final Node DISPLAY_GROUP = node("displayGroup");
    /** Identification to show. */
    public static final Node DISPLAY_IDENTIFICATION = node("displayIdentification");
    /** Label to show. */
    public static final Node DISPLAY_LABEL = node("displayLabel");
    /** Passages to show. */
    public static final Node DISPLAY_LOCATORS = node("displayLocators");
    /** Office to link. */
    public static final Node DISPLAY_OFFICE = node("displayOffice");
    /** Offices to show. */
    public static final Node DISPLAY_OFFICES = node("displayOffices");
    /** Participants to show. */
    public static final Node DISPLAY_PARTICIPANT_NAMES = node("displayParticipantNames");
    /** Participants to link. */
    public static final Node DISPLAY_PARTICIPANTS = node("displayParticipants");
    /** Parties to link. */
    public static final Node DISPLAY_PARTIES = node("displayParties");
    /** Parties to show. */
    public static final Node DISPLAY_PARTY_NAMES = node("displayPartyNames");
    /** Place to link. */
    public static final Node DISPLAY_PLACE = node("displayPlace");
    /** Places to show. */
    public static final Node DISPLAY_PLACES = node("displayPlaces");
    /** Office of the tenure to show. */
    public static final Node DISPLAY_POST = node("displayPost");
    /** Offices of the person to show. */
    public static final Node DISPLAY_POST_NAMES = node("displayPostNames");
    /** Offices of the person to link. */
    public static final Node DISPLAY_POSTS = node("displayPosts");
    /** Publisher to link. */
    public static final Node DISPLAY_PUBLISHER = node("displayPublisher");
    /** Publishers to show. */
    public static final Node DISPLAY_PUBLISHERS = node("displayPublishers");
    /** Reporter to link. */
    public static final Node DISPLAY_REPORTER = node("displayReporter");
    /** Reporters to show. */
    public static final Node DISPLAY_REPORTERS = node("displayReporters");
    /** Role to link. */
    public static final Node DISPLAY_ROLE = node("displayRole");
    /** Roles to show. */
    public static final Node DISPLAY_ROLES = node("displayRoles");
    /** Origins to show. */
    public static final Node DISPLAY_ROOTS = node("displayRoots");
    /** Side to link. */
    public static final Node DISPLAY_SIDE = node("displaySide");
    /** Sides to show. */
    public static final Node DISPLAY_SIDES = node("displaySides");
    /** Documents to show. */
    public static final Node DISPLAY_SOURCES = node("displaySources");
    /** Subject to show. */
    public static final Node DISPLAY_SUBJECT = node("displaySubject");
    /** Printed titles to show. */
    public static final Node DISPLAY_TITLES = node("displayTitles");
    /** Unnamed offices to link. */
    public static final Node DISPLAY_UNNAMED = node("displayUnnamed");
    /** Unnamed offices to show. */
    public static final Node DISPLAY_UNNAMED_NAMES = node("displayUnnamedNames");
    /** Years without events. */
    public static final Node DISPLAY_YEARS_WITHOUT = node("displayYearsWithout");
    /** Disputed. */
    public static final Node DISPUTED = node("disputed");
    /** Dissolution. */
    public static final Node DISSOLUTION = node("dissolution");
    /** Earliest moment. */
    public static final Node EARLIEST = node("earliest");
    /** Earliest end. */
    public static final Node EARLIEST_END = node("earliestEnd");
    /** Earliest start. */
    public static final Node EARLIEST_START = node("earliestStart");
    /** EDTF expression. */
    public static final Node EDTF = node("edtf");
    /** Encoded by. */
    public static final Node ENCODED_BY = node("encodedBy");
    /** Encoded on. */
    public static final Node ENCODED_ON = node("encodedOn");
    /** Digest of the excerpt. */
    public static final Node EXCERPT_DIGEST = node("excerptDigest");
    /** Facing. */
    public static final Node FACING = node("facing");
    /** Feminine label. */
    public static final Node FEMININE_LABEL = node("feminineLabel");
    /** Called by a feminine title. */
    public static final Node FEMININE_TITLE = node("feminineTitle");
    /** First attested. */
    public static final Node FIRST_ATTESTED = node("firstAttested");
    /** Follows. */
    public static final Node FOLLOWS = node("follows");
    /** Founding. */
    public static final Node FOUNDING = node("founding");
    /** Funded project. */
    public static final Node FUNDED_PROJECT = node("fundedProject");
    /** Funder. */
    public static final Node FUNDER = node("funder");
    /** Group description. */
    public static final Node GROUP_DESCRIPTION = node("groupDescription");
    /** Group size. */
    public static final Node GROUP_SIZE = node("groupSize");
    /** Detail of the hint. */
    public static final Node HINT_DETAIL = node("hintDetail");
    /** Hint at the event. */
    public static final Node HINT_EVENT = node("hintEvent");
    /** Kind of hint. */
    public static final Node HINT_KIND = node("hintKind");
    /** Does not fit with. */
    public static final Node HINT_OTHER = node("hintOther");
    /** Hint about. */
    public static final Node HINT_THING = node("hintThing");
    /** Holder. */
    public static final Node HOLDER = node("holder");
    /** Holder throughout. */
    public static final Node HOLDER_THROUGHOUT = node("holderThroughout");
    /** Identification. */
    public static final Node IDENTIFICATION = node("identification");
    /** Identified by decision. */
    public static final Node IDENTIFIED_BY = node("identifiedBy");
    /** Identifier. */
    public static final Node IDENTIFIER = node("identifier");
    /** Identifier scheme. */
    public static final Node IDENTIFIER_SCHEME = node("identifierScheme");
    /** Identifier value. */
    public static final Node IDENTIFIER_VALUE = node("identifierValue");
    /** In batch. */
    public static final Node IN_BATCH = node("inBatch");
    /** In delegation. */
    public static final Node IN_DELEGATION = node("inDelegation");
    /** In event. */
    public static final Node IN_EVENT = node("inEvent");
    /** In office from. */
    public static final Node IN_OFFICE_FROM = node("inOfficeFrom");
    /** In office until. */
    public static final Node IN_OFFICE_UNTIL = node("inOfficeUntil");
    /** Phrase for being there. */
    public static final Node IN_PHRASE = node("inPhrase");
    /** In report. */
    public static final Node IN_REPORT = node("inReport");
    /** In series. */
    public static final Node IN_SERIES = node("inSeries");
    /** In the year. */
    public static final Node IN_YEAR = node("inYear");
    /** Involves. */
    public static final Node INVOLVES = node("involves");
    /** Joined from reports. */
    public static final Node JOINED_FROM_REPORTS = node("joinedFromReports");
    /** Last attested. */
    public static final Node LAST_ATTESTED = node("lastAttested");
    /** Latest moment. */
    public static final Node LATEST = node("latest");
    /** Latest end. */
    public static final Node LATEST_END = node("latestEnd");
    /** Latest start. */
    public static final Node LATEST_START = node("latestStart");
    /** Launched at. */
    public static final Node LAUNCHED_AT = node("launchedAt");
    /** Level. */
    public static final Node LEVEL = node("level");
    /** Link decided at. */
    public static final Node LINK_DECIDED_AT = node("linkDecidedAt");
    /** Link decided by. */
    public static final Node LINK_DECIDED_BY = node("linkDecidedBy");
    /** Link evidence. */
    public static final Node LINK_EVIDENCE = node("linkEvidence");
    /** Link reason. */
    public static final Node LINK_REASON = node("linkReason");
    /** Link score. */
    public static final Node LINK_SCORE = node("linkScore");
    /** Link state. */
    public static final Node LINK_STATE = node("linkState");
    /** Locator. */
    public static final Node LOCATOR = node("locator");
    /** Matching role. */
    public static final Node MATCHING_ROLE = node("matchingRole");
    /** Measure. */
    public static final Node MEASURE = node("measure");
    /** Measured precision. */
    public static final Node MEASURED_PRECISION = node("measuredPrecision");
    /** Merged into. */
    public static final Node MERGED_INTO = node("mergedInto");
    /** Met the holder of. */
    public static final Node MET_HOLDER_OF = node("metHolderOf");
    /** Met. */
    public static final Node MET_WITH = node("metWith");
    /** Modality. */
    public static final Node MODALITY = node("modality");
    /** Mode. */
    public static final Node MODE = node("mode");
    /** Name as printed. */
    public static final Node NAME_AS_PRINTED = node("nameAsPrinted");
    /** Name in base form. */
    public static final Node NAME_BASE_FORM = node("nameBaseForm");
    /** Name of. */
    public static final Node NAME_OF = node("nameOf");
    /** Name text. */
    public static final Node NAME_TEXT = node("nameText");
    /** Use of name. */
    public static final Node NAME_USE = node("nameUse");
    /** New observation. */
    public static final Node NEW_OBSERVATION = node("newObservation");
    /** No witness beside. */
    public static final Node NO_WITNESS_BESIDE = node("noWitnessBeside");
    /** Not seen. */
    public static final Node NOT_SEEN = node("notSeen");
    /** Note. */
    public static final Node NOTE = node("note");
    /** Of post. */
    public static final Node OF_POST = node("ofPost");
    /** Office at that date. */
    public static final Node OFFICE_AT_DATE = node("officeAtDate");
    /** Office inferred from. */
    public static final Node OFFICE_INFERRED_FROM = node("officeInferredFrom");
    /** On behalf of. */
    public static final Node ON_BEHALF_OF = node("onBehalfOf");
    /** Overrides. */
    public static final Node OVERRIDES = node("overrides");
    /** Part of. */
    public static final Node PART_OF = node("partOf");
    /** Part of organization. */
    public static final Node PART_OF_ORGANIZATION = node("partOfOrganization");
    /** Participant. */
    public static final Node PARTICIPANT = node("participant");
    /** Partner. */
    public static final Node PARTNER = node("partner");
    /** Party. */
    public static final Node PARTY = node("party");
    /** Hash of the passage. */
    public static final Node PASSAGE_HASH = node("passageHash");
    /** Period. */
    public static final Node PERIOD = node("period");
    /** Takes place at. */
    public static final Node PLACE = node("place");
    /** Place as printed. */
    public static final Node PLACE_AS_PRINTED = node("placeAsPrinted");
    /** Evidence of position. */
    public static final Node POSITION_EVIDENCE = node("positionEvidence");
    /** Possible holder. */
    public static final Node POSSIBLE_HOLDER = node("possibleHolder");
    /** Possibly in office. */
    public static final Node POSSIBLE_TIME = node("possibleTime");
    /** Post in. */
    public static final Node POST_IN = node("postIn");
    /** Kind of post. */
    public static final Node POST_KIND = node("postKind");
    /** Prefers. */
    public static final Node PREFERS = node("prefers");
    /** Principal role. */
    public static final Node PRINCIPAL_ROLE = node("principalRole");
    /** Project partner. */
    public static final Node PROJECT_PARTNER = node("projectPartner");
    /** Published. */
    public static final Node PUBLISHED = node("published");
    /** Publisher. */
    public static final Node PUBLISHER = node("publisher");
    /** Rank. */
    public static final Node RANK = node("rank");
    /** Rationale. */
    public static final Node RATIONALE = node("rationale");
    /** Rejected holder. */
    public static final Node REJECTED_HOLDER = node("rejectedHolder");
    /** Reliability. */
    public static final Node RELIABILITY = node("reliability");
    /** Reliability note. */
    public static final Node RELIABILITY_NOTE = node("reliabilityNote");
    /** Reported agreement status. */
    public static final Node REPORTED_AGREEMENT_STATUS = node("reportedAgreementStatus");
    /** Reported amount. */
    public static final Node REPORTED_AMOUNT = node("reportedAmount");
    /** Reported as. */
    public static final Node REPORTED_AS = node("reportedAs");
    /** Reported batch. */
    public static final Node REPORTED_BATCH = node("reportedBatch");
    /** Reported conclusion. */
    public static final Node REPORTED_CONCLUSION = node("reportedConclusion");
    /** Reported dissolution. */
    public static final Node REPORTED_DISSOLUTION = node("reportedDissolution");
    /** Reported founding. */
    public static final Node REPORTED_FOUNDING = node("reportedFounding");
    /** Reported funder. */
    public static final Node REPORTED_FUNDER = node("reportedFunder");
    /** Reported kind of agreement. */
    public static final Node REPORTED_KIND = node("reportedKind");
    /** Reported launch. */
    public static final Node REPORTED_LAUNCH = node("reportedLaunch");
    /** Reported number. */
    public static final Node REPORTED_NUMBER = node("reportedNumber");
    /** Reported partner. */
    public static final Node REPORTED_PARTNER = node("reportedPartner");
    /** Reported party. */
    public static final Node REPORTED_PARTY = node("reportedParty");
    /** Reported place. */
    public static final Node REPORTED_PLACE = node("reportedPlace");
    /** Reported signatory. */
    public static final Node REPORTED_SIGNATORY = node("reportedSignatory");
    /** Reported office of a signatory. */
    public static final Node REPORTED_SIGNATORY_OFFICE = node("reportedSignatoryOffice");
    /** Reported status. */
    public static final Node REPORTED_STATUS = node("reportedStatus");
    /** Reported subject. */
    public static final Node REPORTED_SUBJECT = node("reportedSubject");
    /** Reported time. */
    public static final Node REPORTED_TIME = node("reportedTime");
    /** Reported unit. */
    public static final Node REPORTED_UNIT = node("reportedUnit");
    /** Reported kind of visit. */
    public static final Node REPORTED_VISIT_KIND = node("reportedVisitKind");
    /** Reporter. */
    public static final Node REPORTER = node("reporter");
    /** Reports. */
    public static final Node REPORTS = node("reports");
    /** Represents. */
    public static final Node REPRESENTS = node("represents");
    /** Retrieved on. */
    public static final Node RETRIEVED_ON = node("retrievedOn");
    /** Reviewed by. */
    public static final Node REVIEWED_BY = node("reviewedBy");
    /** Reviewed on. */
    public static final Node REVIEWED_ON = node("reviewedOn");
    /** Role. */
    public static final Node ROLE = node("role");
    /** Root document. */
    public static final Node ROOT_DOCUMENT = node("rootDocument");
    /** Rule. */
    public static final Node RULE = node("rule");
    /** Seat. */
    public static final Node SEAT = node("seat");
    /** Number of seats. */
    public static final Node SEAT_COUNT = node("seatCount");
    /** Sent by. */
    public static final Node SENT_BY = node("sentBy");
    /** Series of. */
    public static final Node SERIES_OF = node("seriesOf");
    /** Session number. */
    public static final Node SESSION_NUMBER = node("sessionNumber");
    /** Settled by. */
    public static final Node SETTLED_BY = node("settledBy");
    /** Signed by. */
    public static final Node SIGNED_BY = node("signedBy");
    /** Signed by the holder of. */
    public static final Node SIGNED_BY_HOLDER_OF = node("signedByHolderOf");
    /** Single-valued. */
    public static final Node SINGLE_VALUED = node("singleValued");
    /** Split from. */
    public static final Node SPLIT_FROM = node("splitFrom");
    /** Stands for. */
    public static final Node STANDS_FOR = node("standsFor");
    /** Stated count. */
    public static final Node STATED_COUNT = node("statedCount");
    /** Stated in. */
    public static final Node STATED_IN = node("statedIn");
    /** Status. */
    public static final Node STATUS = node("status");
    /** Sub-batch of. */
    public static final Node SUB_BATCH_OF = node("subBatchOf");
    /** Subject. */
    public static final Node SUBJECT = node("subject");
    /** Succeeds organization. */
    public static final Node SUCCEEDS_ORGANIZATION = node("succeedsOrganization");
    /** Succeeds post. */
    public static final Node SUCCEEDS_POST = node("succeedsPost");
    /** Supported by. */
    public static final Node SUPPORTED_BY = node("supportedBy");
    /** Talking role. */
    public static final Node TALKING_ROLE = node("talkingRole");
    /** Territory of. */
    public static final Node TERRITORY_OF = node("territoryOf");
    /** Text digest. */
    public static final Node TEXT_DIGEST = node("textDigest");
    /** Time. */
    public static final Node TIME = node("time");
    /** Time as printed. */
    public static final Node TIME_AS_PRINTED = node("timeAsPrinted");
    /** Title as printed. */
    public static final Node TITLE_AS_PRINTED = node("titleAsPrinted");
    /** Title in base form. */
    public static final Node TITLE_BASE_FORM = node("titleBaseForm");
    /** Title in doubt. */
    public static final Node TITLE_IN_DOUBT = node("titleInDoubt");
    /** Topic. */
    public static final Node TOPIC = node("topic");
    /** Total count. */
    public static final Node TOTAL_COUNT = node("totalCount");
    /** Travelled with. */
    public static final Node TRAVELLED_WITH = node("travelledWith");
    /** Travelling role. */
    public static final Node TRAVELLING_ROLE = node("travellingRole");
    /** Under rule. */
    public static final Node UNDER_RULE = node("underRule");
    /** Under snapshot. */
    public static final Node UNDER_SNAPSHOT = node("underSnapshot");
    /** Unit. */
    public static final Node UNIT = node("unit");
    /** Web address. */
    public static final Node URL = node("url");
    /** Via event. */
    public static final Node VIA_EVENT = node("viaEvent");
    /** Via participation. */
    public static final Node VIA_PARTICIPATION = node("viaParticipation");
    /** Kind of visit. */
    public static final Node VISIT_KIND = node("visitKind");
    /** Withdrawn by. */
    public static final Node WITHDRAWN_BY = node("withdrawnBy");
    /** Within place. */
    public static final Node WITHIN_PLACE = node("withinPlace");
    /** Within polity. */
    public static final Node WITHIN_POLITY = node("withinPolity");
    /** Independent sources. */
    public static final Node WITNESS_COUNT = node("witnessCount");

    private EntProperty() {}

    private static Node node(String name) {
        return NodeFactory.createURI(Ent.NS + name);
    }
}
