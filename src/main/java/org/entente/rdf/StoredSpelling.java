package org.entente.rdf;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.datatypes.xsd.impl.XSDBaseNumericType;
import org.apache.jena.sparql.util.XSDNumUtils;

/** How the store writes a number or truth value: it keeps the value, not how it was spelled. */
final class StoredSpelling {
    private StoredSpelling() {}

    /** @param lexical valid for its datatype */
    static String of(String lexical, RDFDatatype datatype) {
        String text = lexical.strip();
        if (datatype.equals(XSDDatatype.XSDboolean)) {
            return text.equals("1") ? "true" : text.equals("0") ? "false" : text;
        }
        if (datatype.equals(XSDDatatype.XSDdouble)) {
            return XSDNumUtils.stringForm(Double.parseDouble(text.replace("INF", "Infinity")));
        }
        if (datatype.equals(XSDDatatype.XSDdecimal)) {
            String plain = new BigDecimal(text).stripTrailingZeros().toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        return datatype instanceof XSDBaseNumericType ? new BigInteger(text).toString() : lexical;
    }
}
