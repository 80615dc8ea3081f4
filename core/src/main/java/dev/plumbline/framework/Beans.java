package dev.plumbline.framework;

import dev.plumbline.index.Annotation;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which classes a container makes, and how many of each: {@code beans.txt}. The abstract superclass of a bean is part
 * of the bean.
 */
public final class Beans {

    private final Program program;
    private final ClassIndex index;
    private final BeanLines lines = BeanLines.shipped();
    private final Set<ClassName> shared = new HashSet<>();
    private final Set<ClassName> all = new HashSet<>();

    private Beans(Program program) {
        this.program = program;
        this.index = program.index();
    }

    public static Beans of(Program program) {
        Beans beans = new Beans(program);
        for (ClassHeader type : program.classes()) {
            beans.look(type);
            type.methods().forEach(method -> beans.lookForProduct(type, method));
        }
        return beans;
    }

    /** One object serves all requests: a stereotype or a {@code @Bean} result with the default scope, a servlet. */
    public boolean isSingleton(ClassName type) {
        return shared.contains(type);
    }

    /** Made by a container, of whatever scope. */
    public boolean isBean(ClassName type) {
        return all.contains(type);
    }

    private void look(ClassHeader type) {
        if (type.isInterface()) {
            return;
        }
        List<Annotation> annotations = index.withMeta(type.annotations());
        boolean one = lines.isOne(annotations) || !type.isAbstract() && lines.isOneByType(index.ancestors(type.name()));
        if (one && !lines.isScoped(annotations)) {
            add(type.name(), shared);
        }
        if (one || lines.isEach(annotations)) {
            add(type.name(), all);
        }
    }

    private void lookForProduct(ClassHeader type, MethodHeader method) {
        if (method.annotations().isEmpty()) {
            return;
        }
        List<Annotation> annotations = index.withMeta(method.annotations());
        if (!lines.makes(annotations)) {
            return;
        }
        MethodRef ref = new MethodRef(type.name(), method.name(), method.descriptor());
        Stream.concat(Descriptor.classIn(method.descriptor().result()).stream(), made(ref).stream())
            .filter(product -> index.find(product).filter(header -> !header.isInterface()).isPresent())
            .forEach(product -> {
                add(product, all);
                if (!lines.isScoped(annotations)) {
                    add(product, shared);
                }
            });
    }

    /** The class and its abstract superclasses, as far as they are the program's own. */
    private void add(ClassName type, Set<ClassName> beans) {
        Optional<ClassName> next = Optional.of(type).filter(program::owns);
        while (next.isPresent() && beans.add(next.get())) {
            next = index.find(next.get())
                .flatMap(ClassHeader::superclass)
                .filter(program::owns)
                .filter(parent -> index.find(parent).filter(ClassHeader::isAbstract).isPresent());
        }
    }

    /** The classes whose constructors make what a method returns. */
    private Set<ClassName> made(MethodRef method) {
        Set<ClassName> made = new HashSet<>();
        program.method(method).ifPresent(code -> code.exits()
            .stream()
            .filter(exit -> !exit.throwing())
            .flatMap(exit -> code.origins().inputs(exit.value()).stream())
            .flatMap(origin -> code.constructorOf(origin).stream())
            .forEach(call -> made.add(call.target().owner())));
        return made;
    }
}
