package dev.plumbline.sharing;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.Escapes;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.Locks;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.sharing.Touch.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The uses of one class's fields in one method. */
final class TouchFinder {

    /** What the verbs that change an object begin with; the collections of the JDK and most others keep to them. */
    private static final Pattern CHANGES = Pattern.compile("(?:add|put|set|remove|clear|offer|push|poll|pop|append|incr"
        + "|decr|update|register|insert|merge|compute|getAnd|accumulate|replace|retain|sort|delete|take|drain|reverse"
        + "|enqueue|dequeue|flip|and|or|xor|format|parse|reset|find|matches|digest|doFinal|init).*");

    private static final Callee OPTIMISTIC = Callee.of("java.util.concurrent.locks.StampedLock")
        .named("tryOptimisticRead");

    private final ClassHeader type;
    private final MethodCode method;
    private final Predicate<ClassName> isOwn;
    private final boolean mayLock;

    /** @param isOwn which classes are the program's: what their methods change is their own to guard */
    TouchFinder(ClassHeader type, MethodCode method, Predicate<ClassName> isOwn) {
        this.type = type;
        this.method = method;
        this.isOwn = isOwn;
        this.mayLock = Locks.mayHold(method);
    }

    static boolean changes(String name) {
        return CHANGES.matcher(name).matches();
    }

    List<Touch> find(Predicate<FieldAccess> wanted) {
        List<Touch> found = new ArrayList<>();
        for (FieldAccess access : method.fields()) {
            if (wanted.test(access)) {
                found.add(touch(access, access.site(), access.isWrite() ? Kind.WRITE : Kind.READ));
                if (!access.isWrite() && holdsObject(access)) {
                    changes(access).forEach(call -> found.add(touch(access, call.site(), Kind.CHANGE)));
                }
            }
        }
        return found;
    }

    private static boolean holdsObject(FieldAccess access) {
        return access.field().type().startsWith("L");
    }

    /** The calls on what was read there; one line further it may have been read again. */
    private List<Call> changes(FieldAccess read) {
        Origin path = read.path();
        return path.isKnown() ? method.calls().stream()
            .filter(call -> call.kind() != Call.Kind.STATIC && changes(call.name())
                && !isOwn.test(call.target().owner()))
            .filter(call -> call.receiver().equals(path) && isNext(read, call))
            .toList() : List.of();
    }

    /** The read whose value the call gets: the last one before it. */
    private boolean isNext(FieldAccess read, Call call) {
        return read.site().index() < call.site().index() && method.fields().stream()
            .filter(other -> !other.isWrite() && other.field().name().equals(read.field().name()))
            .noneMatch(other -> other.site().index() > read.site().index()
                && other.site().index() < call.site().index());
    }

    private Touch touch(FieldAccess access, Site site, Kind kind) {
        Origin owner = access.receiver();
        Set<Lock> held = mayLock ? method.locks().held(site) : Set.of();
        Set<Lock> locks = inOwnersWords(orValidated(held, site), access.isStatic() ? "static" : owner.path());
        return new Touch(access.field().name(), method.ref(), site, kind, locks, isOwned(access, site, owner, held));
    }

    /** What was read after {@code tryOptimisticRead} is validated and read again under the lock: as good as held. */
    private Set<Lock> orValidated(Set<Lock> held, Site site) {
        Set<Lock> all = new HashSet<>(held);
        method.calls(OPTIMISTIC)
            .filter(read -> method.flow().dominates(read.site(), site))
            .filter(read -> held.stream().noneMatch(lock -> lock.path().equals(read.receiver())))
            .forEach(read -> all.add(new Lock(read.receiver(), true)));
        return all;
    }

    private boolean isOwned(FieldAccess access, Site site, Origin owner, Set<Lock> held) {
        if (held.contains(Lock.UNSHARED)) {
            return true;
        }
        if (access.isStatic()) {
            return method.ref().isStaticInitializer() && method.ref().owner().equals(type.name());
        }
        return method.ref().isConstructor() && owner.root().equals(Origin.THIS) || isMadeHere(owner, site);
    }

    /** A new object is its maker's own until it is stored where others find it. */
    private boolean isMadeHere(Origin owner, Site site) {
        if (owner.is("new")) {
            return method.constructorOf(owner)
                .filter(made -> Escapes.of(method, made.site()).isStoredBefore(site))
                .isEmpty();
        }
        return owner.is("call") && owner.site().flatMap(method::call)
            .filter(call -> isCopy(call) || method.surroundings().returnedBy(call.target()).fresh())
            .isPresent();
    }

    private static boolean isCopy(Call call) {
        return call.name().equals("clone") && call.arguments().isEmpty();
    }

    private static Set<Lock> inOwnersWords(Set<Lock> held, String owner) {
        Set<Lock> named = new HashSet<>();
        for (Lock lock : held) {
            String path = lock.path().path();
            if (path.startsWith("static ") || path.startsWith("class ")) {
                named.add(lock);
            } else if (path.equals(owner) || path.startsWith(owner + ".")) {
                named.add(lock.at("this" + path.substring(owner.length())));
            } else if (!lock.equals(Lock.UNSHARED)) {
                named.add(lock.at("?" + path));
            }
        }
        return Set.copyOf(named);
    }
}
