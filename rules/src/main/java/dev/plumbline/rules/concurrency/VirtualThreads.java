package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.name.FieldRef;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which factories, builders and executors make virtual threads, and which calls start a task on one. */
final class VirtualThreads {

    private static final String BY = "virtual by arg";
    private static final String POOLS = "pools arg";

    private final Program program;

    VirtualThreads(Program program) {
        this.program = program;
    }

    /** Whether the call keeps virtual threads for later tasks. */
    boolean pools(Call call, MethodCode method) {
        return facts(call).filter(fact -> fact.startsWith(POOLS))
            .anyMatch(fact -> isVirtual(call.arguments().get(number(fact)), method));
    }

    /** Whether what the call is handed as a task runs on a virtual thread. */
    boolean starts(Call call, MethodCode method) {
        return facts(call).anyMatch("virtual"::equals)
            || call.kind() != Call.Kind.STATIC && isVirtual(call.receiver(), method)
            || call.name().endsWith("Async") && call.arguments().stream().skip(1).anyMatch(
                executor -> isVirtual(executor, method));
    }

    private boolean isVirtual(Origin value, MethodCode method) {
        if (value.isField()) {
            return field(value, method).filter(this::isVirtual).isPresent();
        }
        List<Origin> inputs = List.copyOf(method.origins().inputs(value));
        return !inputs.isEmpty() && inputs.stream().allMatch(input -> isMadeVirtual(input, method));
    }

    private boolean isMadeVirtual(Origin value, MethodCode method) {
        Optional<Call> maker = value.is("call")
            ? value.site().flatMap(method::call)
            : value.is("new") ? method.constructorOf(value) : Optional.empty();
        return maker.stream().flatMap(call -> facts(call)
            .filter(fact -> fact.equals("virtual")
                || fact.startsWith(BY) && isVirtual(call.arguments().get(number(fact)), method)))
            .findAny().isPresent();
    }

    /** Whether all that its class stores in the field makes virtual threads. */
    private boolean isVirtual(FieldRef field) {
        List<Boolean> stored = program.index().find(field.owner()).stream()
            .flatMap(type -> type.methods().stream()
                .map(header -> new MethodRef(type.name(), header.name(), header.descriptor())))
            .flatMap(ref -> program.method(ref).stream())
            .flatMap(code -> code.fields().stream()
                .filter(access -> access.isWrite() && access.field().equals(field))
                .map(access -> !access.value().isField() && isVirtual(access.value(), code)))
            .toList();
        return !stored.isEmpty() && stored.stream().allMatch(isVirtual -> isVirtual);
    }

    private static Optional<FieldRef> field(Origin value, MethodCode method) {
        return method.fields().stream().filter(access -> access.path().equals(value)).map(FieldAccess::field)
            .findFirst();
    }

    private Stream<String> facts(Call call) {
        return program.models().facts(call.target(), program.index()).stream();
    }

    private static int number(String fact) {
        return fact.charAt(fact.length() - 1) - '0';
    }
}
