package dev.plumbline.program;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.name.MethodRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which invocations a call of the source became: those of its name on its line, in order of evaluation. More
 * invocations than calls are copies of a {@code finally} block when they are a multiple, else they are nothing known.
 */
final class CallJoin {

    /** Where calls are told apart: the line of the name and the name. */
    private record Spot(int line, String name) {
    }

    private final Function<MethodRef, Optional<MethodCode>> methods;

    /** @param methods the methods of the same file, for accessors that compilers put before private methods */
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

    private static void pair(List<MethodCallExpr> sources, List<Call> all, MethodCode code,
            BiConsumer<MethodCallExpr, Call> found) {
        List<Call> codes = sources.size() == all.size() ? all
            : all.stream().filter(call -> code.written(call.site())).toList();
        if (codes.size() % sources.size() == 0) {
            for (int at = 0; at < codes.size(); at++) {
                found.accept(sources.get(at % sources.size()), codes.get(at));
            }
        }
    }

    private static Spot spot(MethodCallExpr call) {
        return new Spot(call.getName().getBegin().map(begin -> begin.line).orElse(0), call.getNameAsString());
    }

    /** Up to Java 10 a private method of another class of the file is called through {@code access$000}. */
    private String writtenName(Call call) {
        if (!call.name().startsWith("access$")) {
            return call.name();
        }
        return methods.apply(call.target())
            .map(MethodCode::calls)
            .filter(inside -> inside.size() == 1)
            .map(inside -> inside.get(0).name())
            .orElse(call.name());
    }
}
