package dev.plumbline.program;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.Locks;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.MethodRef;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Locks that every caller of a method holds, so that the method runs under them without saying so. Only for methods
 * whose callers are all known: private and package-private ones that no method reference names. One pass, callers
 * first; a caller that is a constructor working on the object it makes counts as holding {@link Lock#UNSHARED}.
 */
final class EntryFacts {

    private final Map<MethodRef, Set<Lock>> held = new HashMap<>();

    /** @param classes whose methods ask these facts while they are filled: what a caller holds is known by then */
    void fill(CallGraph graph, Components components, ClassReading classes) {
        List<int[]> order = components.inOrder();
        for (int i = order.size() - 1; i >= 0; i--) {
            if (order.get(i).length == 1) {
                enter(graph.methods().get(order.get(i)[0]), graph, classes);
            }
        }
    }

    Set<Lock> heldAtEntry(MethodRef method) {
        return held.getOrDefault(method, Set.of());
    }

    private void enter(MethodRef method, CallGraph graph, ClassReading classes) {
        List<MethodRef> callers = graph.callers(method).stream().filter(caller -> !caller.equals(method)).toList();
        if (callers.isEmpty() || graph.isReferred(method) || !isHidden(method, classes)) {
            return;
        }
        Set<Lock> common = null;
        for (MethodRef caller : callers) {
            Optional<MethodCode> code = code(caller, classes);
            if (code.isEmpty() || !Locks.mayHold(code.get())) {
                return;
            }
            for (Call call : code.get().calls()) {
                if (call.name().equals(method.name()) && graph.targets(call.target()).contains(method)) {
                    Set<Lock> here = inCalleesWords(code.get(), call);
                    common = common == null ? here : meet(common, here);
                }
            }
        }
        if (common != null && !common.isEmpty()) {
            held.put(method, Set.copyOf(common));
        }
    }

    private static boolean isHidden(MethodRef method, ClassReading classes) {
        return !method.isConstructor() && code(method, classes)
            .map(MethodCode::header)
            .filter(header -> isHidden(header))
            .isPresent();
    }

    private static boolean isHidden(MethodHeader header) {
        return !Modifier.isPublic(header.access()) && !Modifier.isProtected(header.access()) && !header.isSynthetic();
    }

    /** What {@link Lock#UNSHARED} holds is held together with any lock. */
    private static Set<Lock> meet(Set<Lock> first, Set<Lock> second) {
        if (first.contains(Lock.UNSHARED)) {
            return second;
        }
        if (second.contains(Lock.UNSHARED)) {
            return first;
        }
        Set<Lock> both = new HashSet<>(first);
        both.retainAll(second);
        return both;
    }

    private static Set<Lock> inCalleesWords(MethodCode caller, Call call) {
        if (caller.ref().isConstructor() && call.receiver().equals(Origin.THIS)
            || caller.ref().isStaticInitializer() && call.kind() == Call.Kind.STATIC) {
            return Set.of(Lock.UNSHARED);
        }
        Set<Lock> translated = new HashSet<>();
        for (Lock lock : caller.locks().held(call.site())) {
            translate(lock, call).ifPresent(translated::add);
        }
        return translated;
    }

    private static Optional<Lock> translate(Lock lock, Call call) {
        String path = lock.path().path();
        if (path.startsWith("static ") || path.startsWith("class ") || lock.equals(Lock.UNSHARED)) {
            return Optional.of(lock);
        }
        if (call.kind() != Call.Kind.STATIC && call.receiver().isKnown() && startsWith(path, call.receiver().path())) {
            return Optional.of(lock.at("this" + path.substring(call.receiver().path().length())));
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            String argument = call.arguments().get(i).path();
            if (call.arguments().get(i).isKnown() && startsWith(path, argument)) {
                return Optional.of(lock.at("arg" + i + path.substring(argument.length())));
            }
        }
        return Optional.empty();
    }

    private static boolean startsWith(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + ".");
    }

    private static Optional<MethodCode> code(MethodRef ref, ClassReading classes) {
        return classes.read(ref.owner()).flatMap(type -> type.method(ref.name(), ref.descriptor()));
    }
}
