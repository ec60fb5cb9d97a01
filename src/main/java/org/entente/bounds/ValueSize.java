package org.entente.bounds;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.Duration;
import org.apache.jena.cdt.CompositeDatatypeList;
import org.apache.jena.cdt.CompositeDatatypeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;

/** Holds the values that queries write and make within {@link SizeLimits}. */
public final class ValueSize {
    private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);
    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final int SECONDS = 60;
    /** Types of text, which may be long. */
    private static final Set<String> TEXTS = Set.of(
            XSDDatatype.XSDstring.getURI(),
            XSDDatatype.XSDnormalizedString.getURI(),
            XSDDatatype.XSDtoken.getURI(),
            XSDDatatype.XSDanyURI.getURI(),
            XSDDatatype.XSDbase64Binary.getURI(),
            XSDDatatype.XSDhexBinary.getURI());

    private ValueSize() {}

    /**
     * A value that was worked out.
     *
     * @return the same
     * @throws SizeException if it is too large
     */
    static NodeValue check(NodeValue value) {
        if (value.isInteger()) {
            digits((int) (value.getInteger().bitLength() / BITS_PER_DIGIT));
        } else if (value.isDecimal()) {
            BigDecimal number = value.getDecimal();
            digits(Math.max(number.precision(), Math.abs(number.scale())));
        } else if (value.isDuration()) {
            days(value.getDuration());
        } else if (value.isString()) {
            text(value.getString().length());
        } else {
            check(value.asNode());
        }
        return value;
    }

    /**
     * A term as a query writes it.
     *
     * @throws SizeException if it is too large, or a list or map
     */
    public static void check(Node node) {
        if (node.isURI()) {
            iri(node.getURI().length());
        } else if (node.isLiteral()) {
            literal(node.getLiteralLexicalForm(), node.getLiteralDatatypeURI());
            if (isDuration(node.getLiteralDatatypeURI())) {
                NodeValue value = NodeValue.makeNode(node);
                if (value.isDuration()) {
                    days(value.getDuration());
                }
            }
        }
    }

    /** A literal before its value is worked out, which takes long for a long number. */
    static void literal(String text, String datatype) {
        if (datatype.equals(CompositeDatatypeList.uri) || datatype.equals(CompositeDatatypeMap.uri)) {
            throw new SizeException(
                    "lists and maps as values are not supported. Use VALUES, GROUP_CONCAT or RDF lists.");
        }
        if (datatype.startsWith(XSDDatatype.XSD + "#") && !TEXTS.contains(datatype)) {
            digits(text.length());
        } else {
            text(text.length());
        }
    }

    static void text(long characters) {
        if (characters > SizeLimits.TEXT && !UnboundedTexts.areHere()) {
            throw new SizeException("a text of more than " + SizeLimits.TEXT
                    + " characters. Join fewer texts, or take a part with SUBSTR.");
        }
    }

    static void digits(long digits) {
        if (digits > SizeLimits.DIGITS) {
            throw new SizeException(
                    "a number or date of more than " + SizeLimits.DIGITS + " digits. Calculate with xsd:double.");
        }
    }

    static void iri(long characters) {
        if (characters > SizeLimits.IRI) {
            throw new SizeException("an IRI of more than " + SizeLimits.IRI + " characters. Shorten it.");
        }
    }

    private static boolean isDuration(String datatype) {
        return datatype.equals(XSDDatatype.XSDduration.getURI())
                || datatype.equals(XSDDatatype.XSDdayTimeDuration.getURI())
                || datatype.equals(XSDDatatype.XSDyearMonthDuration.getURI());
    }

    private static void days(Duration duration) {
        BigDecimal days = field(duration, DatatypeConstants.DAYS)
                .add(field(duration, DatatypeConstants.YEARS).multiply(BigDecimal.valueOf(366)))
                .add(field(duration, DatatypeConstants.MONTHS).multiply(BigDecimal.valueOf(31)))
                .add(whole(field(duration, DatatypeConstants.HOURS), HOURS))
                .add(whole(field(duration, DatatypeConstants.MINUTES), HOURS * MINUTES))
                .add(whole(field(duration, DatatypeConstants.SECONDS), HOURS * MINUTES * SECONDS));
        if (days.compareTo(BigDecimal.valueOf(SizeLimits.DAYS)) > 0) {
            throw new SizeException("a duration of more than " + SizeLimits.DAYS + " days. Use a shorter one.");
        }
    }

    private static BigDecimal whole(BigDecimal parts, int perDay) {
        return new BigDecimal(parts.toBigInteger().divide(BigInteger.valueOf(perDay)));
    }

    private static BigDecimal field(Duration duration, DatatypeConstants.Field field) {
        Number number = duration.getField(field);
        return number == null ? BigDecimal.ZERO : new BigDecimal(number.toString());
    }
}
