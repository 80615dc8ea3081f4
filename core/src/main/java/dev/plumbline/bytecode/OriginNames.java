package dev.plumbline.bytecode;

import dev.plumbline.name.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Says an origin in the words of the source: variables, fields and methods instead of instructions. */
final class OriginNames {

    private final MethodCode method;

    OriginNames(MethodCode method) {
        this.method = method;
    }

    String display(Origin origin, Site at) {
        Optional<String> variable = variable(origin, at);
        if (variable.isPresent()) {
            return variable.get();
        }
        if (origin.isField()) {
            List<String> names = origin.fieldNames();
            String name = names.get(names.size() - 1);
            return origin.base()
                .filter(base -> !base.equals(Origin.THIS))
                .map(base -> display(base, at) + "." + name)
                .orElse(name);
        }
        OptionalInt argument = origin.argument();
        return argument.isPresent() ? parameter(argument.getAsInt()) : maker(origin);
    }

    /** The variable in scope that holds the value; the one declared first if there are many. */
    private Optional<String> variable(Origin origin, Site at) {
        if (origin.isConstant() || !origin.isKnown() || method.node().localVariables == null) {
            return Optional.empty();
        }
        return method.node().localVariables.stream()
            .filter(variable -> inScope(variable, at))
            .filter(variable -> method.origins().local(at, variable.index).equals(origin))
            .map(variable -> variable.name)
            .findFirst();
    }

    private boolean inScope(LocalVariableNode variable, Site at) {
        int from = method.node().instructions.indexOf(variable.start);
        int to = method.node().instructions.indexOf(variable.end);
        return from <= at.index() && at.index() < to;
    }

    private String parameter(int index) {
        MethodNode node = method.node();
        Type[] types = Type.getArgumentTypes(node.desc);
        int slot = (node.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        for (int before = 0; before < index && before < types.length; before++) {
            slot += types[before].getSize();
        }
        int wanted = slot;
        if (node.localVariables != null) {
            Optional<String> name = node.localVariables.stream()
                .filter(variable -> variable.index == wanted && node.instructions.indexOf(variable.start) == 0)
                .map(variable -> variable.name)
                .findFirst();
            if (name.isPresent()) {
                return name.get();
            }
        }
        boolean named = node.parameters != null && index < node.parameters.size();
        return named && node.parameters.get(index).name != null ? node.parameters.get(index).name : "arg" + index;
    }

    private String maker(Origin origin) {
        if (origin.isConstant()) {
            return origin.path().startsWith("'") ? '"' + unquoted(origin.path()) + '"' : unmarked(origin.path());
        }
        Optional<Site> site = origin.site();
        if (site.isEmpty()) {
            return origin.path();
        }
        Optional<Call> call = method.call(site.get());
        if (call.isPresent()) {
            return call.get().name() + "()";
        }
        boolean isNew = method.shape().at(site.get().index()).getOpcode() == Opcodes.NEW;
        if (isNew && method.shape().at(site.get().index()) instanceof TypeInsnNode made) {
            return "new " + new ClassName(made.desc).simple();
        }
        return origin.path();
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1);
    }

    private static String unmarked(String constant) {
        return constant.startsWith("#") ? constant.substring(1) : constant;
    }
}
