package dev.plumbline.bytecode;

import java.util.Optional;

/**
 * What a method returns.
 *
 * @param mayBeNull whether some path returns {@code null}
 * @param fresh whether every path returns an object made by this call and kept by nobody else
 * @param origin the one thing that every path returns, in the callee's words: {@code this}, {@code arg0},
 *     {@code this.lock}, {@code static a/b/C.X}, a constant; empty when there is no such thing
 */
public record Returned(boolean mayBeNull, boolean fresh, Optional<Origin> origin) {

    public static final Returned UNKNOWN = new Returned(true, false, Optional.empty());
}
