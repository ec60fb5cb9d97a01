package org.entente.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Concepts of the controlled lists, and the lists. Written from {@code ontology/} by GeneratedTermsTest; do not edit. */
public final class EntConcept {
    /** Kind of agreement. */
    public static final Node AGREEMENT_KIND_SCHEME = node("AgreementKindScheme");
    /** Status of an agreement. */
    public static final Node AGREEMENT_STATUS_SCHEME = node("AgreementStatusScheme");
    /** Amount qualifier. */
    public static final Node AMOUNT_QUALIFIER_SCHEME = node("AmountQualifierScheme");
    /** Attendance. */
    public static final Node ATTENDANCE_SCHEME = node("AttendanceScheme");
    /** Kind of change. */
    public static final Node CHANGE_KIND_SCHEME = node("ChangeKindScheme");
    /** Confidence. */
    public static final Node CONFIDENCE_SCHEME = node("ConfidenceScheme");
    /** Identification. */
    public static final Node IDENTIFICATION_SCHEME = node("IdentificationScheme");
    /** Identifier scheme. */
    public static final Node IDENTIFIER_SCHEME_SCHEME = node("IdentifierSchemeScheme");
    /** Level of an encounter. */
    public static final Node LEVEL_SCHEME = node("LevelScheme");
    /** State of a link. */
    public static final Node LINK_STATE_SCHEME = node("LinkStateScheme");
    /** Measure. */
    public static final Node MEASURE_SCHEME = node("MeasureScheme");
    /** Mode of statement. */
    public static final Node MODALITY_SCHEME = node("ModalityScheme");
    /** Form of meeting. */
    public static final Node MODE_SCHEME = node("ModeScheme");
    /** Use of a name. */
    public static final Node NAME_USE_SCHEME = node("NameUseScheme");
    /** Kind of post. */
    public static final Node POST_KIND_SCHEME = node("PostKindScheme");
    /** Reliability of a document. */
    public static final Node RELIABILITY_SCHEME = node("ReliabilityScheme");
    /** Role in an event. */
    public static final Node ROLE_SCHEME = node("RoleScheme");
    /** Rule of an encounter. */
    public static final Node RULE_SCHEME = node("RuleScheme");
    /** Status of an event. */
    public static final Node STATUS_SCHEME = node("StatusScheme");
    /** Topic. */
    public static final Node TOPIC_SCHEME = node("TopicScheme");
    /** Unit. */
    public static final Node UNIT_SCHEME = node("UnitScheme");
    /** Kind of visit. */
    public static final Node VISIT_KIND_SCHEME = node("VisitKindScheme");
    /** Absent. */
    public static final Node ABSENT = node("absent");
    /** Adviser. */
    public static final Node ADVISER = node("adviser");
    /** Announced. */
    public static final Node AGREEMENT_ANNOUNCED = node("agreementAnnounced");
    /** Concluded. */
    public static final Node AGREEMENT_CONCLUDED = node("agreementConcluded");
    /** In negotiation. */
    public static final Node AGREEMENT_IN_NEGOTIATION = node("agreementInNegotiation");
    /** Not concluded. */
    public static final Node AGREEMENT_NOT_CONCLUDED = node("agreementNotConcluded");
    /** Number of agreements. */
    public static final Node AGREEMENTS_COUNT = node("agreementsCount");
    /** Agriculture. */
    public static final Node AGRICULTURE = node("agriculture");
    /** Almost. */
    public static final Node ALMOST = node("almost");
    /** Ambassador. */
    public static final Node AMBASSADOR = node("ambassador");
    /** Announced. */
    public static final Node ANNOUNCED = node("announced");
    /** Number of appointments. */
    public static final Node APPOINTMENTS_COUNT = node("appointmentsCount");
    /** As background. */
    public static final Node AS_BACKGROUND = node("asBackground");
    /** As claim. */
    public static final Node AS_CLAIM = node("asClaim");
    /** As fact. */
    public static final Node AS_FACT = node("asFact");
    /** As plan. */
    public static final Node AS_PLAN = node("asPlan");
    /** As printed. */
    public static final Node AS_PRINTED = node("asPrinted");
    /** At least. */
    public static final Node AT_LEAST = node("atLeast");
    /** Attended. */
    public static final Node ATTENDED = node("attended");
    /** Head of an organisation. */
    public static final Node BODY_HEAD = node("bodyHead");
    /** By telephone. */
    public static final Node BY_PHONE = node("byPhone");
    /** By video. */
    public static final Node BY_VIDEO = node("byVideo");
    /** Cancelled. */
    public static final Node CANCELLED = node("cancelled");
    /** Chair. */
    public static final Node CHAIR = node("chair");
    /** About. */
    public static final Node CIRCA = node("circa");
    /** Climate and environment. */
    public static final Node CLIMATE_ENVIRONMENT = node("climateEnvironment");
    /** Co-chair. */
    public static final Node CO_CHAIR = node("coChair");
    /** Number of companies. */
    public static final Node COMPANIES_COUNT = node("companiesCount");
    /** Companion. */
    public static final Node COMPANION = node("companion");
    /** Consul general. */
    public static final Node CONSUL_GENERAL = node("consulGeneral");
    /** Contract. */
    public static final Node CONTRACT = node("contract");
    /** Contradicted. */
    public static final Node CONTRADICTED = node("contradicted");
    /** Cooperation agreement. */
    public static final Node COOPERATION_AGREEMENT = node("cooperationAgreement");
    /** Counterpart. */
    public static final Node COUNTERPART = node("counterpart");
    /** Cubic metres. */
    public static final Node CUBIC_METRES = node("cubicMetres");
    /** Culture. */
    public static final Node CULTURE = node("culture");
    /** Cumulative investment. */
    public static final Node CUMULATIVE_INVESTMENT = node("cumulativeInvestment");
    /** Joint declaration. */
    public static final Node DECLARATION = node("declaration");
    /** Denied. */
    public static final Node DENIED = node("denied");
    /** Head of department. */
    public static final Node DEPARTMENT_HEAD = node("departmentHead");
    /** Deputy head of government. */
    public static final Node DEPUTY_HEAD_OF_GOVERNMENT = node("deputyHeadOfGovernment");
    /** Deputy mayor. */
    public static final Node DEPUTY_MAYOR = node("deputyMayor");
    /** Deputy minister. */
    public static final Node DEPUTY_MINISTER = node("deputyMinister");
    /** Deputy speaker of parliament. */
    public static final Node DEPUTY_PARLIAMENT_SPEAKER = node("deputyParliamentSpeaker");
    /** Difference. */
    public static final Node DIFFERENCE = node("difference");
    /** Digitalisation. */
    public static final Node DIGITALISATION = node("digitalisation");
    /** Inflow of direct investment. */
    public static final Node DIRECT_INVESTMENT_INFLOW = node("directInvestmentInflow");
    /** Economy and trade. */
    public static final Node ECONOMY_TRADE = node("economyTrade");
    /** Education and science. */
    public static final Node EDUCATION_SCIENCE = node("educationScience");
    /** Energy. */
    public static final Node ENERGY = node("energy");
    /** Ethnic Germans. */
    public static final Node ETHNIC_GERMANS = node("ethnicGermans");
    /** Euro. */
    public static final Node EURO = node("euro");
    /** Expected. */
    public static final Node EXPECTED = node("expected");
    /** Expo. */
    public static final Node EXPO = node("expo");
    /** Exports. */
    public static final Node EXPORTS = node("exports");
    /** Firms. */
    public static final Node FIRMS = node("firms");
    /** Funding agreement. */
    public static final Node FUNDING_AGREEMENT = node("fundingAgreement");
    /** Volume of funding. */
    public static final Node FUNDING_VOLUME = node("fundingVolume");
    /** GeoNames. */
    public static final Node GEONAMES = node("geonames");
    /** GND. */
    public static final Node GND = node("gnd");
    /** Governor. */
    public static final Node GOVERNOR = node("governor");
    /** Green hydrogen. */
    public static final Node GREEN_HYDROGEN = node("greenHydrogen");
    /** Growth rate. */
    public static final Node GROWTH_RATE = node("growthRate");
    /** Guest. */
    public static final Node GUEST = node("guest");
    /** Head of delegation. */
    public static final Node HEAD_OF_DELEGATION = node("headOfDelegation");
    /** Head of government. */
    public static final Node HEAD_OF_GOVERNMENT = node("headOfGovernment");
    /** Head of state. */
    public static final Node HEAD_OF_STATE = node("headOfState");
    /** Health. */
    public static final Node HEALTH = node("health");
    /** Held. */
    public static final Node HELD = node("held");
    /** High. */
    public static final Node HIGH = node("high");
    /** Honorary consul. */
    public static final Node HONORARY_CONSUL = node("honoraryConsul");
    /** Honouree. */
    public static final Node HONOUREE = node("honouree");
    /** Host. */
    public static final Node HOST = node("host");
    /** Human rights. */
    public static final Node HUMAN_RIGHTS = node("humanRights");
    /** Humanitarian affairs. */
    public static final Node HUMANITARIAN = node("humanitarian");
    /** Imports. */
    public static final Node IMPORTS = node("imports");
    /** In person. */
    public static final Node IN_PERSON = node("inPerson");
    /** Industry and technology. */
    public static final Node INDUSTRY_TECHNOLOGY = node("industryTechnology");
    /** Infrastructure. */
    public static final Node INFRASTRUCTURE = node("infrastructure");
    /** Intergovernmental agreement. */
    public static final Node INTERGOVERNMENTAL_AGREEMENT = node("intergovernmentalAgreement");
    /** International affairs. */
    public static final Node INTERNATIONAL_AFFAIRS = node("internationalAffairs");
    /** Interpreter. */
    public static final Node INTERPRETER = node("interpreter");
    /** Investment. */
    public static final Node INVESTMENT = node("investment");
    /** Invited. */
    public static final Node INVITED = node("invited");
    /** Invitee. */
    public static final Node INVITEE = node("invitee");
    /** ISNI. */
    public static final Node ISNI = node("isni");
    /** ISO 3166. */
    public static final Node ISO3166 = node("iso3166");
    /** Items. */
    public static final Node ITEMS = node("items");
    /** Justice. */
    public static final Node JUSTICE = node("justice");
    /** Kilograms. */
    public static final Node KILOGRAMS = node("kilograms");
    /** Labour migration. */
    public static final Node LABOUR_MIGRATION = node("labourMigration");
    /** Less than. */
    public static final Node LESS_THAN = node("lessThan");
    /** Letter of intent. */
    public static final Node LETTER_OF_INTENT = node("letterOfIntent");
    /** Meeting announced. */
    public static final Node LEVEL_ANNOUNCED = node("levelAnnounced");
    /** Meeting announced (known by office only). */
    public static final Node LEVEL_ANNOUNCED_HOLDER_OF = node("levelAnnouncedHolderOf");
    /** Possibly met. */
    public static final Node LEVEL_CANDIDATE = node("levelCandidate");
    /** Attended the same event. */
    public static final Node LEVEL_CO_ATTENDED = node("levelCoAttended");
    /** Met. */
    public static final Node LEVEL_MET = node("levelMet");
    /** Met (known by office only). */
    public static final Node LEVEL_MET_HOLDER_OF = node("levelMetHolderOf");
    /** Travelled together. */
    public static final Node LEVEL_TRAVELLED_WITH = node("levelTravelledWith");
    /** Accepted. */
    public static final Node LINK_ACCEPTED = node("linkAccepted");
    /** Candidate. */
    public static final Node LINK_CANDIDATE = node("linkCandidate");
    /** Rejected. */
    public static final Node LINK_REJECTED = node("linkRejected");
    /** Unsure. */
    public static final Node LINK_UNSURE = node("linkUnsure");
    /** Withdrawn. */
    public static final Node LINK_WITHDRAWN = node("linkWithdrawn");
    /** Litres. */
    public static final Node LITRES = node("litres");
    /** Low. */
    public static final Node LOW = node("low");
    /** Mayor. */
    public static final Node MAYOR = node("mayor");
    /** Mediator. */
    public static final Node MEDIATOR = node("mediator");
    /** Medium. */
    public static final Node MEDIUM = node("medium");
    /** Member. */
    public static final Node MEMBER = node("member");
    /** Member of parliament. */
    public static final Node MEMBER_OF_PARLIAMENT = node("memberOfParliament");
    /** Memorandum of understanding. */
    public static final Node MEMORANDUM = node("memorandum");
    /** Minister. */
    public static final Node MINISTER = node("minister");
    /** Misspelt. */
    public static final Node MISSPELT = node("misspelt");
    /** Moderator. */
    public static final Node MODERATOR = node("moderator");
    /** More than. */
    public static final Node MORE_THAN = node("moreThan");
    /** Observer. */
    public static final Node OBSERVER = node("observer");
    /** Official representative. */
    public static final Node OFFICIAL_REPRESENTATIVE = node("officialRepresentative");
    /** Official visit. */
    public static final Node OFFICIAL_VISIT = node("officialVisit");
    /** Opener. */
    public static final Node OPENER = node("opener");
    /** Organiser. */
    public static final Node ORGANISER = node("organiser");
    /** Other agreement. */
    public static final Node OTHER_AGREEMENT = node("otherAgreement");
    /** Other measure. */
    public static final Node OTHER_MEASURE = node("otherMeasure");
    /** Other name. */
    public static final Node OTHER_NAME = node("otherName");
    /** Other post. */
    public static final Node OTHER_POST = node("otherPost");
    /** Other unit. */
    public static final Node OTHER_UNIT = node("otherUnit");
    /** Speaker of parliament. */
    public static final Node PARLIAMENT_SPEAKER = node("parliamentSpeaker");
    /** Number of participants. */
    public static final Node PARTICIPANTS_COUNT = node("participantsCount");
    /** Percent. */
    public static final Node PERCENT = node("percent");
    /** Percentage increase. */
    public static final Node PERCENT_INCREASE = node("percentIncrease");
    /** Persons. */
    public static final Node PERSONS = node("persons");
    /** Politics. */
    public static final Node POLITICS = node("politics");
    /** Population. */
    public static final Node POPULATION = node("population");
    /** Postponed. */
    public static final Node POSTPONED = node("postponed");
    /** Preferred name. */
    public static final Node PREFERRED_NAME = node("preferredName");
    /** Number of projects. */
    public static final Node PROJECTS_COUNT = node("projectsCount");
    /** Protocol. */
    public static final Node PROTOCOL = node("protocol");
    /** Ratio of new to base. */
    public static final Node RATIO_NEW_TO_BASE = node("ratioNewToBase");
    /** Raw materials. */
    public static final Node RAW_MATERIALS = node("rawMaterials");
    /** Rector. */
    public static final Node RECTOR = node("rector");
    /** Regional cooperation. */
    public static final Node REGIONAL_COOPERATION = node("regionalCooperation");
    /** Low. */
    public static final Node RELIABILITY_LOW = node("reliabilityLow");
    /** Normal. */
    public static final Node RELIABILITY_NORMAL = node("reliabilityNormal");
    /** Primary. */
    public static final Node RELIABILITY_PRIMARY = node("reliabilityPrimary");
    /** Represented. */
    public static final Node REPRESENTED = node("represented");
    /** ROR. */
    public static final Node ROR = node("ror");
    /** Rule: meeting announced. */
    public static final Node RULE_ANNOUNCED = node("ruleAnnounced");
    /** Rule: meeting announced (known by office only). */
    public static final Node RULE_ANNOUNCED_HOLDER_OF = node("ruleAnnouncedHolderOf");
    /** Rule: possibly met. */
    public static final Node RULE_CANDIDATE = node("ruleCandidate");
    /** Rule: attended the same event. */
    public static final Node RULE_CO_ATTENDED = node("ruleCoAttended");
    /** Rule: met. */
    public static final Node RULE_MET = node("ruleMet");
    /** Rule: met (known by office only). */
    public static final Node RULE_MET_HOLDER_OF = node("ruleMetHolderOf");
    /** Rule: travelled together. */
    public static final Node RULE_TRAVELLED_WITH = node("ruleTravelledWith");
    /** Security. */
    public static final Node SECURITY = node("security");
    /** Signatory. */
    public static final Node SIGNATORY = node("signatory");
    /** Speaker. */
    public static final Node SPEAKER = node("speaker");
    /** Sport. */
    public static final Node SPORT = node("sport");
    /** State secretary. */
    public static final Node STATE_SECRETARY = node("stateSecretary");
    /** State visit. */
    public static final Node STATE_VISIT = node("stateVisit");
    /** Tonnes. */
    public static final Node TONNES = node("tonnes");
    /** Tourism. */
    public static final Node TOURISM = node("tourism");
    /** Trade volume. */
    public static final Node TRADE_VOLUME = node("tradeVolume");
    /** Transport and logistics. */
    public static final Node TRANSPORT_LOGISTICS = node("transportLogistics");
    /** Treaty. */
    public static final Node TREATY = node("treaty");
    /** Unknown. */
    public static final Node UNKNOWN = node("unknown");
    /** Unnamed. */
    public static final Node UNNAMED = node("unnamed");
    /** Up to. */
    public static final Node UP_TO = node("upTo");
    /** US dollar. */
    public static final Node US_DOLLAR = node("usDollar");
    /** VIAF. */
    public static final Node VIAF = node("viaf");
    /** Visitors. */
    public static final Node VISITORS = node("visitors");
    /** Vocational training. */
    public static final Node VOCATIONAL_TRAINING = node("vocationalTraining");
    /** Water. */
    public static final Node WATER = node("water");
    /** Wikidata. */
    public static final Node WIKIDATA = node("wikidata");
    /** Wording open. */
    public static final Node WORDING_OPEN = node("wordingOpen");
    /** Working visit. */
    public static final Node WORKING_VISIT = node("workingVisit");

    private EntConcept() {}

    private static Node node(String name) {
        return NodeFactory.createURI(Ent.NS + name);
    }
}
