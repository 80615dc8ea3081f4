package dev.plumbline.bytecode;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Reads lambdas and method references off the {@code invokedynamic} instructions that make them. */
final class LambdaMaker {

    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final int BODY = 1;

    private LambdaMaker() {
    }

    static boolean isLambda(InvokeDynamicInsnNode dynamic) {
        return dynamic.bsm.getOwner().equals(FACTORY);
    }

    /** The method that runs, which needs no frames to know. */
    static Optional<MethodRef> body(InvokeDynamicInsnNode dynamic) {
        return isLambda(dynamic) && dynamic.bsmArgs[BODY] instanceof Handle body
            ? Optional.of(MethodRef.of(body.getOwner(), body.getName(), body.getDesc()))
            : Optional.empty();
    }

    static Optional<Lambda> lambda(MethodCode method, Site site, InvokeDynamicInsnNode dynamic) {
        return body(dynamic).map(body -> lambda(method, site, dynamic, body));
    }

    private static Lambda lambda(MethodCode method, Site site, InvokeDynamicInsnNode dynamic, MethodRef body) {
        List<Origin> captured = new ArrayList<>();
        int count = Type.getArgumentTypes(dynamic.desc).length;
        for (int depth = count - 1; depth >= 0; depth--) {
            captured.add(method.origins().stack(site, depth));
        }
        ClassName type = new ClassName(Type.getReturnType(dynamic.desc).getInternalName());
        return new Lambda(site, type, body, List.copyOf(captured));
    }
}
