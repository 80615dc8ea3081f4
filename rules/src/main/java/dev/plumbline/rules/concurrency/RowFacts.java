package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.program.SummaryKind;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a method does with rows of a database, in words: {@code loads} when it returns one it read, {@code writes arg0}
 * when it writes one it is given, {@code changes this.stock} when it sets a number to what it reckons from the old one.
 * Equal for one program, so that it is computed once.
 */
record RowFacts(Program program) implements SummaryKind<Set<String>> {

    static final String LOADS = "loads";
    private static final String WRITES = "writes ";
    private static final String CHANGES = "changes ";
    private static final Set<String> PERSISTENT = Set.of("Entity", "Table", "TableName", "Document", "MappedSuperclass",
        "Embeddable");

    @Override
    public Set<String> bottom() {
        return Set.of();
    }

    @Override
    public Set<String> unknown() {
        return Set.of();
    }

    @Override
    public Set<String> join(Set<String> first, Set<String> second) {
        Set<String> both = new TreeSet<>(first);
        both.addAll(second);
        return Set.copyOf(both);
    }

    @Override
    public Set<String> of(MethodCode method, Function<MethodRef, Set<String>> callees) {
        if (method.ref().isConstructor() || method.ref().isStaticInitializer()) {
            return Set.of();
        }
        Set<String> facts = new TreeSet<>();
        Rows known = new Rows(program);
        LoadedRows rows = new LoadedRows(method, known, callees);
        boolean mayLoad = method.ref().descriptor().result().startsWith("L") && method.calls().stream()
            .anyMatch(call -> known.reads(call) || callees.apply(call.target()).contains(LOADS));
        if (mayLoad && method.exits().stream()
            .anyMatch(exit -> !exit.throwing() && rows.directRead(exit.value()).isPresent())) {
            facts.add(LOADS);
        }
        method.calls().forEach(call -> rows.written(call)
            .filter(value -> value.argument().isPresent())
            .ifPresent(value -> facts.add(WRITES + value)));
        Properties properties = new Properties(method);
        if (isPersistent(method) || method.calls().stream().anyMatch(properties::mayChange)) {
            properties.changes().stream()
                .filter(change -> change.owner().equals(change.source()))
                .filter(change -> change.owner().equals(Origin.THIS) || change.owner().argument().isPresent())
                .forEach(change -> facts.add(CHANGES + change.owner() + "." + change.name()));
        }
        return Set.copyOf(facts);
    }

    private static boolean isPersistent(MethodCode method) {
        ClassHeader type = method.type().header();
        return type.annotations().stream().anyMatch(annotation -> PERSISTENT.contains(annotation.type().simple()))
            && method.fields().stream().anyMatch(access -> access.isWrite() && !access.isStatic());
    }

    /** The argument that a called method writes to the database. */
    static Optional<Origin> written(Call call, Set<String> facts) {
        return facts.stream()
            .filter(fact -> fact.startsWith(WRITES))
            .flatMap(fact -> new Origin(fact.substring(WRITES.length())).argument().stream().boxed())
            .filter(index -> index < call.arguments().size())
            .map(index -> call.arguments().get(index))
            .findFirst();
    }

    /** The object that a called method changes and the property, as an access path of the caller. */
    static Set<String> changed(Call call, Set<String> facts) {
        Set<String> paths = new TreeSet<>();
        facts.stream().filter(fact -> fact.startsWith(CHANGES))
            .map(fact -> fact.substring(CHANGES.length()))
            .forEach(paths::add);
        return Translation.toCaller(paths, call);
    }
}
