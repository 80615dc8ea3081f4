package dev.plumbline.engine;

import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.name.MethodRef;

/** What a finding is about, in words that an edit elsewhere does not change: the outermost class and the method. */
public final class Subject {

    static String of(MethodCode method) {
        return of(method.ref());
    }

    /** Lambdas are numbered in order of appearance, which an edit elsewhere changes: the number is left out. */
    public static String of(MethodRef method) {
        String name = method.name();
        return method.owner().outermost().internal() + "." + (name.startsWith("lambda$")
            ? name.replaceAll("^lambda\\$|\\$?\\d+$", "") : name);
    }

    private Subject() {
    }
}
