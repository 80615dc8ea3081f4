package dev.plumbline.rules.concurrency;

import dev.plumbline.index.Annotation;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which controllers WebFlux serves. Spring MVC lets them answer with reactive types as well, but calls them on a thread
 * of the servlet container; with both on the class path it is MVC that serves, unless the code beside the controller
 * speaks of exchanges and not of servlets.
 */
final class ReactiveWeb {

    private static final ClassName CONTROLLER = ClassName.of("org.springframework.stereotype.Controller");
    private static final ClassName MVC = ClassName.of("org.springframework.web.servlet.DispatcherServlet");

    private final Program program;
    private final boolean hasMvc;
    private final Set<String> speaksOfExchanges = new HashSet<>();
    private final Set<String> speaksOfServlets = new HashSet<>();

    ReactiveWeb(Program program) {
        this.program = program;
        this.hasMvc = program.index().contains(MVC);
        for (ClassHeader type : program.classes()) {
            String text = text(type);
            if (text.contains("org/springframework/web/server/") || text.contains("springframework/web/reactive/")
                || text.contains("org/springframework/http/server/reactive/")) {
                speaksOfExchanges.add(folder(type.name()));
            }
            if (text.contains("x/servlet/") || text.contains("jakarta/servlet/")
                || text.contains("springframework/web/servlet/")) {
                speaksOfServlets.add(folder(type.name()));
            }
        }
    }

    /** Whether the method, a root that answers with a reactive type, is called on an event loop. */
    boolean serves(MethodRef method) {
        Optional<ClassHeader> owner = program.index().find(method.owner());
        boolean isController = owner.stream()
            .flatMap(type -> program.index().withMeta(type.annotations()).stream())
            .map(Annotation::type)
            .anyMatch(CONTROLLER::equals);
        String folder = folder(method.owner());
        return !isController || !speaksOfServlets.contains(folder)
            && (!hasMvc || speaksOfExchanges.contains(folder));
    }

    private static String text(ClassHeader type) {
        Stream<String> parents = Stream.concat(type.superclass().stream(), type.interfaces().stream())
            .map(ClassName::internal);
        Stream<String> methods = type.methods().stream().map(MethodHeader::descriptor).map(Object::toString);
        Stream<String> marks = type.annotations().stream().map(Annotation::type).map(ClassName::internal);
        return String.join(" ", Stream.of(parents, methods, marks).flatMap(all -> all).toList());
    }

    /** The folder of the sources: of a module, mostly. */
    private String folder(ClassName type) {
        String path = program.unitOf(type).map(unit -> unit.path().toString().replace('\\', '/')).orElse("");
        int end = path.indexOf("src/main/");
        return end < 0 ? "" : path.substring(0, end);
    }
}
