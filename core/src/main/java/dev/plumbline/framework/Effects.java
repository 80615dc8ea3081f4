package dev.plumbline.framework;

import dev.plumbline.bytecode.Call;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.Optional;
import java.util.Set;

/** Which calls reach the outside world, directly or through the program's own methods: {@code effects.txt}. */
public final class Effects {

    public static Effects of(Program program) {
        throw new UnsupportedOperationException("stub");
    }

    /** What the called library method itself does, from the data file and from annotations on its declaration. */
    public Set<Effect> direct(MethodRef called) {
        throw new UnsupportedOperationException("stub");
    }

    /** What a call does, directly or through at most three calls of the program's own methods. */
    public Set<Effect> reached(MethodRef called) {
        throw new UnsupportedOperationException("stub");
    }

    /** The library method through which a call has an effect, for messages: {@code RestTemplate.getForObject}. */
    public Optional<MethodRef> witness(MethodRef called, Effect effect) {
        throw new UnsupportedOperationException("stub");
    }

    public Set<Effect> reached(Call call) {
        return reached(call.target());
    }
}
