package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;

/**
 * Locks that the program declares itself: a class that calls itself a lock and has {@code void lock()} and
 * {@code void unlock()}. What they do inside does not matter to those who take them.
 */
final class OwnLock {

    private OwnLock() {
    }

    /** {@code acquires this}, {@code tries this}, or empty when the call takes no such lock. */
    static String fact(Call call, Program program) {
        String result = call.target().descriptor().result();
        boolean acquires = call.name().equals("lock") || call.name().equals("lockInterruptibly");
        if (acquires && result.equals("V") && isOne(call.target(), program)) {
            return "acquires this";
        }
        boolean tries = call.name().equals("tryLock") && result.equals("Z") && isOne(call.target(), program);
        return tries ? "tries this" : "";
    }

    static boolean gives(Call call, Program program) {
        return call.name().equals("unlock") && isOne(call.target(), program);
    }

    private static boolean isOne(MethodRef called, Program program) {
        ClassName type = called.owner();
        boolean isNamedSo = type.simple().endsWith("Lock") || type.simple().endsWith("Mutex");
        return isNamedSo && program.owns(type) && has(type, "lock", program) && has(type, "unlock", program);
    }

    private static boolean has(ClassName type, String name, Program program) {
        return program.index().ancestors(type).stream()
            .flatMap(ancestor -> program.index().find(ancestor).stream())
            .flatMap(header -> header.methods().stream())
            .anyMatch(method -> method.name().equals(name) && method.descriptor().text().equals("()V"));
    }
}
