package dev.plumbline.index;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects the header of one class file. Descriptors are checked, so that later readers may trust them. */
final class HeaderVisitor extends ClassVisitor {

    private int version;
    private int access;
    private ClassName name = ClassName.OBJECT;
    private Optional<ClassName> superclass = Optional.empty();
    private List<ClassName> interfaces = List.of();
    private Optional<String> sourceFile = Optional.empty();
    private Optional<ClassName> outer = Optional.empty();
    private Optional<String> enclosingMethod = Optional.empty();
    private final List<FieldHeader> fields = new ArrayList<>();
    private final List<MethodHeader> methods = new ArrayList<>();
    private final List<Annotation> annotations = new ArrayList<>();

    HeaderVisitor() {
        super(Opcodes.ASM9);
    }

    ClassHeader header() {
        return new ClassHeader(name, version, access, superclass, interfaces, sourceFile, outer,
            enclosingMethod, List.copyOf(fields), List.copyOf(methods), List.copyOf(annotations));
    }

    @Override
    public void visit(int fileVersion, int flags, String className, String signature, String superName,
            String[] interfaceNames) {
        version = fileVersion & 0xFFFF;
        access = flags;
        name = new ClassName(className);
        superclass = Optional.ofNullable(superName).map(ClassName::new);
        interfaces = names(interfaceNames);
    }

    @Override
    public void visitSource(String source, String debug) {
        sourceFile = Optional.ofNullable(source);
    }

    @Override
    public void visitOuterClass(String owner, String method, String descriptor) {
        outer = Optional.of(new ClassName(owner));
        if (method != null) {
            enclosingMethod = Optional.of(method + descriptor);
        }
    }

    @Override
    public void visitInnerClass(String inner, String outerName, String innerName, int flags) {
        if (!inner.equals(name.internal())) {
            return;
        }
        // Only here a nested class says that it is static, private or protected.
        access = flags | access & ~Modifier.PUBLIC;
        if (outerName != null) {
            outer = Optional.of(new ClassName(outerName));
        }
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return new AnnotationReader(descriptor, annotations::add);
    }

    @Override
    public FieldVisitor visitField(int flags, String field, String descriptor, String signature,
            Object value) {
        DescriptorSyntax.requireField(descriptor);
        List<Annotation> own = new ArrayList<>();
        return new FieldVisitor(Opcodes.ASM9) {

            @Override
            public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                return new AnnotationReader(type, own::add);
            }

            @Override
            public void visitEnd() {
                fields.add(new FieldHeader(field, descriptor, flags, Optional.ofNullable(signature),
                    constant(descriptor, value), List.copyOf(own)));
            }
        };
    }

    /** Class files keep small types as {@code int}. */
    private static Optional<Object> constant(String descriptor, Object value) {
        if (!(value instanceof Integer number)) {
            return Optional.ofNullable(value);
        }
        return Optional.of(switch (descriptor) {
            case "Z" -> number != 0;
            case "B" -> number.byteValue();
            case "C" -> (char) number.intValue();
            case "S" -> number.shortValue();
            default -> number;
        });
    }

    @Override
    public MethodVisitor visitMethod(int flags, String method, String descriptor, String signature,
            String[] exceptions) {
        DescriptorSyntax.requireMethod(descriptor);
        List<Annotation> own = new ArrayList<>();
        ParameterAnnotations ofParameters = new ParameterAnnotations(Type.getArgumentCount(descriptor));
        return new MethodVisitor(Opcodes.ASM9) {

            @Override
            public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                return new AnnotationReader(type, own::add);
            }

            @Override
            public void visitAnnotableParameterCount(int count, boolean visible) {
                ofParameters.counted(count, visible);
            }

            @Override
            public AnnotationVisitor visitParameterAnnotation(int parameter, String type, boolean visible) {
                return new AnnotationReader(type, read -> ofParameters.add(parameter, visible, read));
            }

            @Override
            public void visitEnd() {
                methods.add(new MethodHeader(method, new Descriptor(descriptor), flags,
                    Optional.ofNullable(signature), names(exceptions), List.copyOf(own),
                    ofParameters.lists()));
            }
        };
    }

    private static List<ClassName> names(String[] internal) {
        return internal == null ? List.of() : Stream.of(internal).map(ClassName::new).toList();
    }
}
