package org.entente.rdf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.irix.RelativeIRIException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.FactoryRDFCaching;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapStd;
import org.apache.jena.sparql.util.Context;
import org.entente.vocab.Prefixes;
import org.jspecify.annotations.Nullable;

/**
 * Creates RIOT's nodes and checks each at its position. RIOT's own checks are off, because they give only text, not
 * findings with codes. One profile is used for all sections of a file, so that prefixes and blank node labels are kept.
 */
final class CheckingProfile extends ParserProfileStd {
    /** Start of the placeholder IRI for a name with an undeclared prefix. */
    private static final String UNDEFINED = "urn:x-undefined-prefix:";

    /** Placeholder for an IRI that is refused, so that reading can go on; its statement is dropped. */
    private static final String BAD = "urn:x-bad-iri";

    private final Findings findings;
    private final Map<Node, TextPosition> opened = new HashMap<>();
    private final Set<String> goodIris = new HashSet<>();
    private final Map<String, Boolean> languages = new HashMap<>();
    private boolean spellingTold;
    private TextPosition place = TextPosition.START;
    private TextPosition lastIri = TextPosition.START;

    /** @param known prefixes that the text need not declare */
    CheckingProfile(Findings findings, Map<String, String> known) {
        super(
                new FactoryRDFCaching(FactoryRDFCaching.DftNodeCacheSize, LabelToNode.createScopeByDocumentHash()),
                new RiotErrors(),
                IRIxResolver.create().noBase().allowRelative(false).build(),
                new Prefixes(known),
                new Context(),
                false,
                true);
        this.findings = findings;
        ((Prefixes) getPrefixMap()).onAdd = this::declared;
    }

    /** Sets the start of the section that is read next. */
    void readFrom(TextPosition start) {
        place = start;
        opened.clear();
    }

    TextPosition place() {
        return place;
    }

    Findings findings() {
        return findings;
    }

    /** Where a blank node's bracket or list member stands; null for any other node. */
    @Nullable
    TextPosition opened(Node node) {
        return opened.get(node);
    }

    void statementEnded() {
        opened.clear();
    }

    /** Checks the IRI of a prefix declaration, which RIOT has just resolved. */
    private void declared(String prefix, String before, String iri) {
        if (before != null && !before.equals(iri)) {
            findings.add(
                    Severity.WARNING,
                    lastIri.line(),
                    lastIri.column(),
                    "prefix-redefined",
                    "the prefix " + prefix + ": is now <" + iri + ">, but was <" + before + ">",
                    "use another prefix, or delete the wrong declaration");
        }
    }

    @Override
    public String resolveIRI(String text, long line, long col) {
        return checkedIri(text, line, col);
    }

    @Override
    public Node createURI(String text, long line, long col) {
        return getFactorRDF().createURI(checkedIri(text, line, col));
    }

    private String checkedIri(String text, long line, long col) {
        lastIri = place.of(line, col);
        if (goodIris.contains(text)) {
            return text;
        }
        String resolved = resolve(text);
        if (resolved.equals(text)) {
            // Predicates and classes repeat a lot; the limit keeps the set small for files of any size.
            if (goodIris.size() < 10_000 && !text.startsWith(UNDEFINED)) {
                goodIris.add(text);
            }
        }
        return resolved;
    }

    private String resolve(String text) {
        if (text.startsWith(UNDEFINED)) {
            undefinedPrefix(text.substring(UNDEFINED.length()));
            return text;
        }
        if (text.startsWith(BAD)) {
            // The prefix was refused where it is declared.
            return text;
        }
        if (text.startsWith("_:")) {
            finding("bad-iri", "<" + text + "> is not an IRI", "write a blank node without < >");
            return BAD;
        }
        try {
            String base = getBaseURI();
            IRIx iri = base == null ? IRIx.create(text) : IRIx.create(base).resolve(text);
            if (iri.isRelative()) {
                throw new RelativeIRIException(text);
            }
            if (iri.hasViolations()) {
                iri.handleViolations((isError, message) -> findings.add(
                        Severity.WARNING,
                        lastIri.line(),
                        lastIri.column(),
                        "unusual-iri",
                        message,
                        "compare the IRI with its source"));
            }
            return iri.str();
        } catch (RelativeIRIException relative) {
            finding(
                    "relative-iri",
                    "<" + text + "> is relative and there is no @base",
                    "write the full IRI, or use a prefix");
        } catch (IRIException bad) {
            finding(
                    "bad-iri",
                    "<" + text + "> is not an IRI: " + bad.getMessage(),
                    "escape or remove the characters that IRIs forbid");
        }
        return BAD;
    }

    private void undefinedPrefix(String name) {
        String prefix = name.substring(0, name.indexOf(':'));
        findings.add(
                Severity.ERROR,
                lastIri.line(),
                lastIri.column(),
                "undefined-prefix",
                "the prefix " + prefix + ": is not declared",
                PrefixSuggestions.advice(prefix, getPrefixMap().getMapping()));
    }

    private void finding(String code, String message, String advice) {
        findings.add(Severity.ERROR, lastIri.line(), lastIri.column(), code, message, advice);
    }

    @Override
    public Node createTypedLiteral(String lexical, RDFDatatype datatype, long line, long col) {
        String iri = datatype.getURI();
        if (iri.startsWith(XSDDatatype.XSD + "#")) {
            TextPosition at = place.of(line, col);
            if (!(datatype instanceof XSDDatatype)) {
                findings.add(
                        Severity.WARNING,
                        at.line(),
                        at.column(),
                        "unknown-datatype",
                        "XML Schema has no datatype " + iri.substring(iri.indexOf('#') + 1),
                        "check upper and lower case: dateTime, gYear");
            } else if (!datatype.isValid(lexical)) {
                findings.add(
                        Severity.ERROR,
                        at.line(),
                        at.column(),
                        "bad-literal",
                        "\"" + lexical + "\" is not a valid xsd:" + iri.substring(iri.indexOf('#') + 1),
                        "write the value in the form of its datatype, or use another datatype");
            } else {
                stored(lexical, datatype, at);
            }
        }
        return getFactorRDF().createTypedLiteral(lexical, datatype);
    }

    /** The store keeps values: "007" comes back as 7. Said once a file. */
    private void stored(String lexical, RDFDatatype datatype, TextPosition at) {
        String kept = StoredSpelling.of(lexical, datatype);
        if (spellingTold || kept.equals(lexical)) {
            return;
        }
        spellingTold = true;
        findings.add(
                Severity.NOTE,
                at.line(),
                at.column(),
                "spelling-lost",
                "\"" + lexical + "\" is kept as " + kept + ", as are other numbers like it",
                "where the spelling matters, as in a number with zeros before it, write a text without datatype");
    }

    @Override
    public Node createLangLiteral(String lexical, String tag, long line, long col) {
        if (!languages.computeIfAbsent(tag, CheckingProfile::isLanguage)) {
            TextPosition at = place.of(line, col);
            findings.add(
                    Severity.ERROR,
                    at.line(),
                    at.column(),
                    "bad-language-tag",
                    "@" + tag + " is not a language tag",
                    "use BCP 47: de, en, kk-Latn, uz-Cyrl");
        }
        return getFactorRDF().createLangLiteral(lexical, tag);
    }

    private static boolean isLanguage(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
            return true;
        } catch (IllformedLocaleException ill) {
            return false;
        }
    }

    @Override
    public Node createBlankNode(Node scope, long line, long col) {
        Node node = super.createBlankNode(scope, line, col);
        opened.put(node, place.of(line, col));
        return node;
    }

    private interface Declared {
        void declared(String prefix, String before, String iri);
    }

    private static final class Prefixes extends PrefixMapStd {
        private final Map<String, String> known;
        private Declared onAdd = (prefix, before, iri) -> {};

        Prefixes(Map<String, String> known) {
            this.known = known;
        }

        @Override
        public void add(String prefix, String iri) {
            onAdd.declared(prefix, get(prefix), iri);
            super.add(prefix, iri);
        }

        @Override
        public String expand(String prefix, String local) {
            String expanded = super.expand(prefix, local);
            if (expanded == null && known.containsKey(prefix)) {
                return known.get(prefix) + local;
            }
            return expanded == null ? UNDEFINED + prefix + ":" + local : expanded;
        }
    }

    /** The current prefixes. */
    Map<String, String> prefixes() {
        return Map.copyOf(getPrefixMap().getMapping());
    }
}
