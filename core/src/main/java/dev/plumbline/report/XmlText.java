package dev.plumbline.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML as text, two spaces a level; what XML cannot hold becomes its number. */
final class XmlText {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    XmlText() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException broken) {
            throw impossible(broken);
        }
    }

    /** @param attributes names and values in turn */
    XmlText open(String element, String... attributes) {
        try {
            indent();
            xml.writeStartElement(element);
            attributes(attributes);
            depth++;
            return this;
        } catch (XMLStreamException broken) {
            throw impossible(broken);
        }
    }

    /** An element without elements in it. */
    XmlText leaf(String element, String content, String... attributes) {
        try {
            indent();
            if (content.isEmpty()) {
                xml.writeEmptyElement(element);
                attributes(attributes);
                return this;
            }
            xml.writeStartElement(element);
            attributes(attributes);
            xml.writeCharacters(content.lines().map(line -> Visible.of(line).text()).reduce((a, b) -> a + "\n" + b)
                .orElse(""));
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException broken) {
            throw impossible(broken);
        }
    }

    XmlText close() {
        try {
            depth--;
            indent();
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException broken) {
            throw impossible(broken);
        }
    }

    String text() {
        try {
            xml.writeEndDocument();
            xml.flush();
            return text + "\n";
        } catch (XMLStreamException broken) {
            throw impossible(broken);
        }
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], Visible.line(attributes[i + 1]));
        }
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static IllegalStateException impossible(XMLStreamException broken) {
        return new IllegalStateException("XML in memory could not be written", broken);
    }
}
