package dev.plumbline.program;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which invocations a call of the source became: those of its name on its line, in order of evaluation. More
 * invocations than calls are copies of a {@code finally} block when they are a multiple, else they are
 * nothing known.
 */
final class CallJoin {

    /** Where calls are told apart: the line of the name and the name. */
    private record Spot(int line, String name) {
    }

    private static final ClassName BUILDER = ClassName.of("java.lang.StringBuilder");

    private final Function<MethodRef, Optional<MethodCode>> methods;

    /**
     * @param methods the methods of the same file, for accessors that compilers put before private methods
     */
    CallJoin(Function<MethodRef, Optional<MethodCode>> methods) {
        this.methods = methods;
    }

    void pair(Stream<MethodCallExpr> written, MethodCode code, BiConsumer<MethodCallExpr, Call> found) {
        Map<Spot, List<MethodCallExpr>> sources = new LinkedHashMap<>();
        written.forEach(call -> sources.computeIfAbsent(spot(call), spot -> new ArrayList<>()).add(call));
        if (sources.isEmpty()) {
            return;
        }
        Map<Spot, List<Call>> codes = new LinkedHashMap<>();
        for (Call call : code.calls()) {
            Spot spot = new Spot(code.line(call.site()), writtenName(call));
            codes.computeIfAbsent(spot, place -> new ArrayList<>()).add(call);
        }
        sources.forEach((spot, calls) -> pair(calls, codes.getOrDefault(spot, List.of()), code, found));
    }

    private void pair(List<MethodCallExpr> sources, List<Call> all, MethodCode code,
            BiConsumer<MethodCallExpr, Call> found) {
        if (sources.size() == all.size()) {
            inOrder(sources, all, found);
            return;
        }
        Map<Integer, List<MethodCallExpr>> byArguments = new TreeMap<>();
        sources.forEach(
            call -> byArguments.computeIfAbsent(call.getArguments().size(), size -> new ArrayList<>()).add(call));
        byArguments.forEach((arguments, calls) -> {
            List<Call> taking = all.stream().filter(call -> takes(call, arguments)).toList();
            List<Call> written = taking.stream().filter(call -> code.written(call.site())).toList();
            Stream.of(taking, written, withoutConcatenation(written))
                .filter(codes -> areCopies(codes, calls.size()))
                .findFirst()
                .ifPresent(codes -> inOrder(calls, codes, found));
        });
    }

    private static void inOrder(List<MethodCallExpr> sources, List<Call> codes,
            BiConsumer<MethodCallExpr, Call> found) {
        for (int at = 0; at < codes.size(); at++) {
            found.accept(sources.get(at % sources.size()), codes.get(at));
        }
    }

    /** Whether the calls are some number of copies of the first few: a copy calls the same methods. */
    private static boolean areCopies(List<Call> codes, int size) {
        for (int at = size; at < codes.size(); at++) {
            if (!codes.get(at).target().equals(codes.get(at - size).target())) {
                return false;
            }
        }
        return codes.size() % size == 0;
    }

    /** Up to Java 8 texts are concatenated by calls that look like anyone's. */
    private static List<Call> withoutConcatenation(List<Call> codes) {
        return codes.stream().filter(call -> !call.target().owner().equals(BUILDER)).toList();
    }

    /** Whether the method can be called with that many arguments; an accessor takes the receiver besides. */
    private static boolean takes(Call call, int arguments) {
        List<String> parameters = call.target().descriptor().parameters();
        int size = parameters.size() - (isAccessor(call) && parameters.size() > arguments ? 1 : 0);
        boolean variable = size > 0 && parameters.get(parameters.size() - 1).startsWith("[");
        return size == arguments || variable && arguments >= size - 1;
    }

    private static Spot spot(MethodCallExpr call) {
        return new Spot(call.getName().getBegin().map(begin -> begin.line).orElse(0), call.getNameAsString());
    }

    /** Up to Java 10 a private method of another class of the file is called through {@code access$000}. */
    private String writtenName(Call call) {
        if (!isAccessor(call)) {
            return call.name();
        }
        return methods.apply(call.target())
            .map(MethodCode::calls)
            .filter(inside -> inside.size() == 1)
            .map(inside -> inside.get(0).name())
            .orElse(call.name());
    }

    private static boolean isAccessor(Call call) {
        return call.name().startsWith("access$");
    }
}
