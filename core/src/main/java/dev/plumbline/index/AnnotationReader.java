package dev.plumbline.index;

import dev.plumbline.name.ClassName;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects one annotation and hands it over when it is complete. */
final class AnnotationReader extends AnnotationVisitor {

    private final ClassName type;
    private final Consumer<Annotation> whenRead;
    private final Map<String, Object> values = new LinkedHashMap<>();

    AnnotationReader(String descriptor, Consumer<Annotation> whenRead) {
        super(Opcodes.ASM9);
        DescriptorSyntax.requireField(descriptor);
        this.type = className(Type.getType(descriptor));
        this.whenRead = whenRead;
    }

    @Override
    public void visit(String member, Object value) {
        values.put(member, plain(value));
    }

    @Override
    public void visitEnum(String member, String descriptor, String constant) {
        values.put(member, constant);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String member, String descriptor) {
        return new AnnotationReader(descriptor, nested -> values.put(member, nested));
    }

    @Override
    public AnnotationVisitor visitArray(String member) {
        return new Elements(member);
    }

    @Override
    public void visitEnd() {
        whenRead.accept(new Annotation(type, values));
    }

    /** ASM hands class literals over as types, and arrays of primitives as arrays. */
    private static Object plain(Object value) {
        if (value instanceof Type literal) {
            return className(literal);
        }
        return value.getClass().isArray()
            ? IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)).toList()
            : value;
    }

    /** Primitives and arrays by the name the language has for them. */
    private static ClassName className(Type type) {
        return type.getSort() == Type.OBJECT
            ? new ClassName(type.getInternalName())
            : ClassName.of(type.getClassName());
    }

    /** The elements of an array member; they have no names of their own. */
    private final class Elements extends AnnotationVisitor {

        private final String member;
        private final List<Object> elements = new ArrayList<>();

        Elements(String member) {
            super(Opcodes.ASM9);
            this.member = member;
        }

        @Override
        public void visit(String none, Object value) {
            elements.add(plain(value));
        }

        @Override
        public void visitEnum(String none, String descriptor, String constant) {
            elements.add(constant);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String none, String descriptor) {
            return new AnnotationReader(descriptor, elements::add);
        }

        @Override
        public void visitEnd() {
            values.put(member, List.copyOf(elements));
        }
    }
}
