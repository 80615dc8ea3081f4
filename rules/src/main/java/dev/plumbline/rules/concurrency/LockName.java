package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.program.Program;
import java.util.Optional;

/**
 * What a lock is called in the whole program: a static field, a class, the field of whatever object it is in, or, for
 * an object of the program that is its own lock, its type. Two locks of one name may be two objects.
 */
final class LockName {

    private LockName() {
    }

    /** Empty for objects that no name can be given to: those from calls, arrays and joins of a library's type. */
    static Optional<String> of(Origin lock, MethodCode method, Program program) {
        String path = lock.path();
        if (path.startsWith("class ") || lock.isStaticField()) {
            return Optional.of(path);
        }
        if (lock.equals(Origin.THIS)) {
            return Optional.of(method.ref().owner().internal());
        }
        if (lock.isField()) {
            return method.fields().stream()
                .filter(access -> !access.isWrite() && access.path().equals(lock))
                .findFirst()
                .map(access -> ofField(access, program));
        }
        return type(lock, method).filter(program::owns).map(ClassName::internal);
    }

    private static String ofField(FieldAccess access, Program program) {
        Optional<ClassName> type = Descriptor.classIn(access.field().type())
            .filter(found -> !access.field().type().startsWith("["));
        boolean isOuter = access.field().name().startsWith("this$");
        return type.filter(found -> isOuter || program.owns(found) && !isOnlyLock(found, program))
            .map(ClassName::internal)
            .orElse(program.index().resolve(access.field()).orElse(access.field()).owner().internal() + "."
                + access.field().name());
    }

    /** A lock class of the program, or one without methods, is told apart by the field that it is in. */
    private static boolean isOnlyLock(ClassName type, Program program) {
        return type.simple().endsWith("Lock") || type.simple().endsWith("Mutex");
    }

    private static Optional<ClassName> type(Origin lock, MethodCode method) {
        if (lock.argument().isPresent()) {
            int index = lock.argument().getAsInt();
            return index < method.ref().descriptor().parameters().size()
                ? Descriptor.classIn(method.ref().descriptor().parameters().get(index))
                : Optional.empty();
        }
        return lock.is("call")
            ? lock.site().flatMap(method::call).flatMap(call -> Descriptor.classIn(call.target().descriptor().result()))
            : Optional.empty();
    }
}
