package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.name.MethodRef;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which values of a method are rows that it read from a database, and what it writes back. */
final class LoadedRows {

    private static final int DEEPEST = 8;
    /** What leads from a container to the row in it. */
    private static final Set<String> OPENING = Set.of("get", "orElse", "orElseThrow", "orElseGet", "iterator", "next",
        "stream", "filter", "findFirst", "findAny", "getFirst", "block", "requireNonNull", "getBody", "unwrap");

    private final MethodCode method;
    private final Rows rows;
    private final Function<MethodRef, Set<String>> facts;

    /** @param facts see {@link RowFacts} */
    LoadedRows(MethodCode method, Rows rows, Function<MethodRef, Set<String>> facts) {
        this.method = method;
        this.rows = rows;
        this.facts = facts;
    }

    /** The call that read the row, which may be what this value leads to from it: {@code order.getProduct()}. */
    Optional<Call> read(Origin row) {
        return find(row, true, DEEPEST);
    }

    /** The call that read this very value. */
    Optional<Call> directRead(Origin row) {
        return find(row, false, DEEPEST);
    }

    /** What the call writes to the database. */
    Optional<Origin> written(Call call) {
        if (rows.writes(call)) {
            return Optional.of(new Properties(method).start(call.firstArgument()));
        }
        Set<String> known = facts.apply(call.target());
        return known.isEmpty() ? Optional.empty() : RowFacts.written(call, known);
    }

    private Optional<Call> find(Origin value, boolean isFollowed, int depth) {
        if (depth == 0) {
            return Optional.empty();
        }
        for (Origin input : method.origins().inputs(new Properties(method).start(value))) {
            Optional<Call> found = input.base().isPresent() && isFollowed
                ? find(input.root(), true, depth - 1)
                : input.site().flatMap(method::call).flatMap(call -> find(call, isFollowed, depth));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Call> find(Call call, boolean isFollowed, int depth) {
        if (rows.reads(call) || facts.apply(call.target()).contains(RowFacts.LOADS)) {
            return Optional.of(call);
        }
        if (call.kind() == Call.Kind.STATIC) {
            return call.name().equals("requireNonNull") ? find(call.firstArgument(), isFollowed, depth - 1)
                : Optional.empty();
        }
        boolean leadsOn = OPENING.contains(call.name())
            || isFollowed && call.name().startsWith("get") && call.target().descriptor().parameters().isEmpty();
        return leadsOn ? find(call.receiver(), isFollowed, depth - 1) : Optional.empty();
    }
}
