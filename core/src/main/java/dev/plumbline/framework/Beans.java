package dev.plumbline.framework;

import dev.plumbline.name.ClassName;
import dev.plumbline.program.Program;

/** Which classes a container makes, and how many of each: {@code beans.txt}. */
public final class Beans {

    public static Beans of(Program program) {
        throw new UnsupportedOperationException("stub");
    }

    /** One object serves all requests: a stereotype or a {@code @Bean} result with the default scope, a servlet. */
    public boolean isSingleton(ClassName type) {
        throw new UnsupportedOperationException("stub");
    }

    /** Made by a container, of whatever scope. */
    public boolean isBean(ClassName type) {
        throw new UnsupportedOperationException("stub");
    }
}
