package org.entente.web.picture;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.entente.web.page.Messages;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A picture's SVG, read as XML. */
final class Drawing {
    static final Translator EN = Messages.in("en");
    static final Translator DE = Messages.in("de");

    private final Document document;

    private Drawing(Document document) {
        this.document = document;
    }

    static Drawing of(Picture picture) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Drawing(factory.newDocumentBuilder().parse(new InputSource(new StringReader(picture.svg()))));
        } catch (Exception e) {
            throw new AssertionError("not well formed: " + picture.svg(), e);
        }
    }

    /** The elements of a name whose class has the word. */
    List<Element> all(String name, String word) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            Element element = (Element) nodes.item(i);
            if (List.of(element.getAttribute("class").split(" ")).contains(word)) {
                found.add(element);
            }
        }
        return found;
    }

    List<String> texts(String word) {
        return all("text", word).stream().map(Element::getTextContent).toList();
    }

    /** The ids that gradients and titles have, to see that each is used once only. */
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName("*");
        for (int i = 0; i < nodes.getLength(); i++) {
            String id = ((Element) nodes.item(i)).getAttribute("id");
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    static double percent(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute).replace("%", ""));
    }
}
