package org.entente.export;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements with attributes; what XML 1.0 cannot hold (control characters, halves of surrogate pairs) is left out. */
final class Xml {
    private final XMLStreamWriter out;

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    @FunctionalInterface
    interface Body {
        void write() throws XMLStreamException;
    }

    @FunctionalInterface
    interface Document {
        void write(Xml xml) throws XMLStreamException;
    }

    static void write(Writer writer, Document document) throws IOException {
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeCharacters("\n");
            document.write(new Xml(out));
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The top element, in its name space. */
    void root(String name, String nameSpace, Body attributesAndContent) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeDefaultNamespace(nameSpace);
        attributesAndContent.write();
        out.writeCharacters("\n");
        out.writeEndElement();
    }

    void element(String name, Body attributesAndContent) throws XMLStreamException {
        out.writeCharacters("\n");
        out.writeStartElement(name);
        attributesAndContent.write();
        out.writeEndElement();
    }

    /** An element without content; attributes as name, value, name, value … */
    void empty(String name, String... attributes) throws XMLStreamException {
        out.writeCharacters("\n");
        out.writeEmptyElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
    }

    void attribute(String name, String value) throws XMLStreamException {
        out.writeAttribute(name, clean(value));
    }

    void text(String text) throws XMLStreamException {
        out.writeCharacters(clean(text));
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
