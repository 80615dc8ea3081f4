package dev.plumbline.rules.exceptions;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Exit;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Returned values that say that all went well: {@code true}, {@code ResponseEntity.ok()}, {@code SUCCESS}. */
final class Success {

    /** Where it is said. */
    record Said(MethodCode method, Exit exit, String word) {
    }

    private static final int DEEPEST = 2;
    private static final Set<String> FACTORIES = Set.of("ok", "success", "succeed", "succeeded", "accepted", "created",
        "noContent");
    private static final Pattern CONSTANT = Pattern.compile("(?i)'?(success\\w*|ok|done|saved|sent)'?");

    private final Program program;

    Success(Program program) {
        this.program = program;
    }

    /** The one thing that all these values say; empty when one of them is something else. */
    static Optional<String> in(MethodCode method, List<Origin> values) {
        List<String> words = values.stream().map(value -> word(method, value).orElse("")).distinct().toList();
        return words.size() == 1 && !words.contains("") ? Optional.of(words.get(0)) : Optional.empty();
    }

    /** A caller that says it after the call of a method that returns nothing, whatever that method has caught. */
    Optional<Said> afterCallOf(MethodRef method) {
        return afterCallOf(method, DEEPEST);
    }

    private Optional<Said> afterCallOf(MethodRef method, int depth) {
        for (MethodRef caller : program.calls().callers(method)) {
            Optional<MethodCode> code = program.method(caller).filter(found -> !caller.equals(method));
            if (code.isEmpty()) {
                continue;
            }
            boolean returnsNothing = caller.descriptor().result().equals("V");
            Optional<Said> said = returnsNothing
                ? Optional.of(depth).filter(left -> left > 1).flatMap(left -> afterCallOf(caller, left - 1))
                : saidBy(code.get(), method);
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    private Optional<Said> saidBy(MethodCode caller, MethodRef method) {
        for (Call call : caller.calls()) {
            if (call.name().equals(method.name()) && program.calls().targets(call.target()).equals(List.of(method))) {
                List<Exit> exits = caller.exits().stream()
                    .filter(exit -> !exit.throwing() && caller.flow().reaches(call.site(), exit.site()))
                    .toList();
                List<Origin> values = exits.stream()
                    .flatMap(exit -> caller.origins().inputs(exit.value()).stream())
                    .toList();
                Optional<String> word = in(caller, values);
                if (word.isPresent()) {
                    return Optional.of(new Said(caller, exits.get(0), word.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> word(MethodCode method, Origin value) {
        if (method.ref().descriptor().result().equals("Z")) {
            return value.path().equals("#1") ? Optional.of("`true`") : Optional.empty();
        }
        if (value.isStaticField()) {
            String name = value.fieldNames().get(value.fieldNames().size() - 1);
            return Optional.of("`" + name + "`").filter(word -> CONSTANT.matcher(name).matches());
        }
        if (value.path().startsWith("'")) {
            return Optional.of(value.path()).filter(text -> CONSTANT.matcher(text).matches())
                .map(text -> "`\"" + text.substring(1, text.length() - 1) + "\"`");
        }
        Origin here = value;
        while (here.is("call")) {
            Call call = method.call(here.site().orElseThrow()).orElseThrow();
            if (FACTORIES.contains(call.name())) {
                return Optional.of("`" + call.target().display() + "`");
            }
            here = call.receiver();
        }
        return Optional.empty();
    }
}
