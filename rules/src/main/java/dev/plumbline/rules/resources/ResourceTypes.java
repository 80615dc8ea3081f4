package dev.plumbline.rules.resources;

import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import java.util.List;
import java.util.stream.Stream;

/** Which values may be resources, by their static types: a quick no for most values of a program. */
final class ResourceTypes {

    private static final ClassName CLOSEABLE = ClassName.of("java.lang.AutoCloseable");
    /** Closed by hand: these have a {@code close} of their own, or wrap a stream without being one. */
    private static final List<ClassName> OTHERS = Stream.of("javax.naming.Context", "javax.naming.NamingEnumeration",
        "javax.persistence.EntityManager", "jakarta.persistence.EntityManager", "javax.jms.Connection",
        "javax.jms.Session", "javax.jms.MessageProducer", "javax.jms.MessageConsumer", "javax.sql.PooledConnection",
        "javax.xml.stream.XMLStreamReader", "javax.xml.stream.XMLStreamWriter", "javax.xml.stream.XMLEventReader",
        "org.apache.http.HttpEntity", "org.apache.hc.core5.http.HttpEntity")
        .map(ClassName::of)
        .toList();

    private ResourceTypes() {
    }

    /** @param type a type descriptor */
    static boolean mayBe(String type, ClassIndex index) {
        return Descriptor.classIn(type).filter(name -> mayBe(name, index)).isPresent();
    }

    static boolean mayBe(ClassName type, ClassIndex index) {
        if (type.internal().startsWith("java/lang/")) {
            return type.equals(CLOSEABLE) || type.internal().startsWith("java/lang/foreign/");
        }
        return index.isSubtype(type, CLOSEABLE)
            || OTHERS.stream().anyMatch(other -> index.isSubtype(type, other));
    }
}
