package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Lambda;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.finding.Step;
import dev.plumbline.index.Annotation;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.rule.Sink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A row that is read, a number in it that is set to what was reckoned from the old one, and the row written back: by a
 * call, or by JPA when the transaction ends.
 *
 * @param method where the number is set: the method or a lambda in it
 * @param readIn the method that reads
 * @param written the call that writes it back; empty when the end of the transaction does
 */
record RowUpdate(MethodCode method, MethodCode readIn, Call read, String property, Site set, Optional<Call> written) {

    /** Whether the names of fields and calls allow for one; asks for no frames. */
    static boolean mayBeIn(MethodCode method, Program program) {
        return method.calls().stream().anyMatch(Rows::mayRead) && new Rows(program).mayBeIn(method.type().header());
    }

    static List<RowUpdate> in(MethodCode method, Program program) {
        Search search = new Search(method, program);
        Map<Site, RowUpdate> found = new LinkedHashMap<>();
        search.inMethod().forEach(update -> found.putIfAbsent(update.read().site(), update));
        search.inLambdas().forEach(update -> found.putIfAbsent(update.read().site(), update));
        return List.copyOf(found.values());
    }

    void report(Sink out) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(readIn.place(read), "the row is read here"));
        steps.add(new Step(method.place(set), "`" + property + "` is reckoned from its old value here"));
        written.ifPresent(write -> steps.add(new Step(method.place(write), "and written here, whatever it is by now")));
        String end = written.map(write -> "`" + write.name() + "`").orElse("the end of the transaction");
        out.report(method.place(set), "`" + property + "` is reckoned from the value that `" + read.name()
            + "` read; what another request has written before " + end + " is lost", steps);
    }

    /** How they are found in one method and its lambdas. */
    private static final class Search {

        private final MethodCode method;
        private final Program program;
        private final Rows rows;
        private final Function<MethodRef, Set<String>> facts;
        private final LoadedRows loaded;

        Search(MethodCode method, Program program) {
            this.method = method;
            this.program = program;
            this.rows = new Rows(program);
            RowFacts kind = new RowFacts(program);
            this.facts = called -> program.owns(called.owner()) ? program.summary(kind, called) : Set.of();
            this.loaded = new LoadedRows(method, rows, facts);
        }

        Stream<RowUpdate> inMethod() {
            return changes(method).stream().flatMap(change -> loaded.read(change.source())
                .flatMap(read -> update(change, read, method, row -> loaded.read(row))).stream());
        }

        /** {@code findById(id).ifPresent(row -> ...)}, {@code findAll().forEach(row -> ...)}. */
        Stream<RowUpdate> inLambdas() {
            return method.lambdas().stream().flatMap(lambda -> readFor(lambda).stream()
                .flatMap(read -> program.method(lambda.body()).stream()
                    .flatMap(body -> inBody(body, read))));
        }

        private Stream<RowUpdate> inBody(MethodCode body, Call read) {
            int last = body.ref().descriptor().parameters().size() - 1;
            if (last < 0 || !body.header().isSynthetic()) {
                return Stream.of();
            }
            Origin row = new Origin("arg" + last);
            return changes(body).stream()
                .filter(change -> change.source().equals(row))
                .flatMap(change -> update(change, read, body,
                    value -> value.equals(row) ? Optional.of(read) : Optional.empty()).stream());
        }

        /** What was read for the call that gets the lambda. */
        private Optional<Call> readFor(Lambda lambda) {
            Origin made = method.origins().made(lambda.site());
            return method.calls().stream()
                .filter(call -> call.kind() != Call.Kind.STATIC && call.arguments().contains(made))
                .findFirst()
                .flatMap(call -> loaded.directRead(call.receiver()));
        }

        private List<Properties.Change> changes(MethodCode code) {
            List<Properties.Change> all = new ArrayList<>(new Properties(code).changes());
            for (Call call : code.calls()) {
                Set<String> known = facts.apply(call.target());
                if (!known.isEmpty()) {
                    RowFacts.changed(call, known).forEach(path -> change(path, call).ifPresent(all::add));
                }
            }
            return all;
        }

        private static Optional<Properties.Change> change(String path, Call call) {
            int dot = path.lastIndexOf('.');
            Origin owner = new Origin(path.substring(0, dot));
            Optional<ClassName> type = call.kind() != Call.Kind.STATIC && call.receiver().equals(owner)
                ? Optional.of(call.target().owner())
                : argumentType(call, owner);
            return type.map(name -> new Properties.Change(owner, owner, path.substring(dot + 1), name, call.site(),
                owner));
        }

        private static Optional<ClassName> argumentType(Call call, Origin value) {
            int index = call.arguments().indexOf(value);
            return index < 0 ? Optional.empty()
                : Descriptor.classIn(call.target().descriptor().parameters().get(index));
        }

        private Optional<RowUpdate> update(Properties.Change change, Call read, MethodCode code,
                Function<Origin, Optional<Call>> readOf) {
            if (!program.owns(change.type()) || !rows.isUnversioned(change.type())
                || !method.locks().held(read.site()).isEmpty()) {
                return Optional.empty();
            }
            LoadedRows here = code == method ? loaded : new LoadedRows(code, rows, facts);
            Optional<Call> write = code.calls().stream()
                .filter(call -> call.site().equals(change.site()) || code.flow().reaches(change.site(), call.site()))
                .filter(call -> here.written(call)
                    .filter(value -> isRow(code, value, change, read, readOf))
                    .isPresent())
                .findFirst();
            boolean isFlushed = write.isEmpty() && change.owner().equals(change.source())
                && rows.isManaged(read, change.type()) && isTransaction();
            return write.isPresent() || isFlushed
                ? Optional.of(new RowUpdate(code, method, read, change.name(), change.site(), write))
                : Optional.empty();
        }

        private static boolean isRow(MethodCode code, Origin value, Properties.Change change, Call read,
                Function<Origin, Optional<Call>> readOf) {
            return value.equals(change.owner()) || code.origins().inputs(value).contains(change.owner())
                || change.owner().equals(change.source())
                    && readOf.apply(value).filter(call -> call.site().equals(read.site())).isPresent();
        }

        private boolean isTransaction() {
            return Stream.concat(method.header().annotations().stream(), method.type().header().annotations().stream())
                .filter(annotation -> annotation.type().simple().equals("Transactional"))
                .map((Annotation annotation) -> annotation.value("readOnly").equals(Optional.of(true)))
                .findFirst()
                .filter(readOnly -> !readOnly)
                .isPresent();
        }
    }
}
