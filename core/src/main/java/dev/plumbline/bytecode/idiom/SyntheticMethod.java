package dev.plumbline.bytecode.idiom;

import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * Methods that are no one's text: bridges, accessors, tables of switches, and what a code generator marked with an
 * annotation {@code Generated}, as Lombok does. The body of a lambda is synthetic too, but written.
 */
final class SyntheticMethod implements Idiom {

    @Override
    public void find(Code code) {
        int access = code.method().access;
        boolean isSynthetic = (access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) != 0;
        boolean isLambda = code.method().name.startsWith("lambda$");
        boolean inSyntheticClass = (code.type().access & Opcodes.ACC_SYNTHETIC) != 0;
        if (isSynthetic && !isLambda || inSyntheticClass || isGenerated(code)) {
            code.markAll();
        }
    }

    private static boolean isGenerated(Code code) {
        return Stream.of(code.method().visibleAnnotations, code.method().invisibleAnnotations,
            code.type().visibleAnnotations, code.type().invisibleAnnotations)
            .flatMap(annotations -> annotations == null ? Stream.empty() : annotations.stream())
            .anyMatch(SyntheticMethod::isGenerated);
    }

    private static boolean isGenerated(AnnotationNode annotation) {
        return annotation.desc.endsWith("/Generated;");
    }
}
