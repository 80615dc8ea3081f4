package dev.plumbline.program;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.Lambda;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who calls whom: class hierarchy analysis over the classes of the program. A lambda or method reference counts as a
 * call from the method that makes it. A virtual call with more than eight targets keeps its declaration only.
 */
public final class CallGraph {

    private static final int MOST_TARGETS = 8;

    private final ClassIndex index;
    private final Map<ClassName, List<ClassName>> subtypes = new HashMap<>();
    private final Map<MethodRef, Integer> numbers = new HashMap<>();
    private final List<MethodRef> methods = new ArrayList<>();
    private final Map<MethodRef, List<MethodRef>> targets = new ConcurrentHashMap<>();
    private final Set<MethodRef> referred = ConcurrentHashMap.newKeySet();
    private int[][] callees;
    private int[][] callers;

    private CallGraph(ClassIndex index) {
        this.index = index;
    }

    /** What one method calls, as its instructions say it. */
    private record Named(MethodRef called, boolean exact) {
    }

    static CallGraph of(ClassIndex index, List<ClassHeader> headers, ClassReading classes, Workers workers) {
        CallGraph graph = new CallGraph(index);
        headers.forEach(graph::declare);
        List<ClassName> names = headers.stream().map(ClassHeader::name).toList();
        List<List<int[]>> rows = workers.map(names, name -> classes.read(name).map(graph::rows).orElse(List.of()));
        graph.connect(rows);
        return graph;
    }

    /** The methods of the program that a call of this reference may run, in order; empty for library methods. */
    public List<MethodRef> targets(MethodRef called) {
        return targets.computeIfAbsent(called, this::findTargets);
    }

    /** Whether a call has more targets than are worth following, so that nothing is known of what it does. */
    public boolean isOpen(MethodRef called) {
        List<MethodRef> found = targets(called);
        return found.isEmpty() || found.size() == 1 && !numbers.containsKey(found.get(0));
    }

    public List<MethodRef> callees(MethodRef method) {
        return row(callees, method);
    }

    public List<MethodRef> callers(MethodRef method) {
        return row(callers, method);
    }

    /** Whether a method reference or lambda names the method, so that it has callers that are not calls. */
    public boolean isReferred(MethodRef method) {
        return referred.contains(method);
    }

    /** All methods of the program that have code; a method's number is its place here. */
    List<MethodRef> methods() {
        return methods;
    }

    Optional<Integer> number(MethodRef method) {
        return Optional.ofNullable(numbers.get(method));
    }

    int[][] edges() {
        return callees;
    }

    private void declare(ClassHeader header) {
        header.superclass().ifPresent(parent -> subtypes.computeIfAbsent(parent, name -> new ArrayList<>())
            .add(header.name()));
        for (ClassName parent : header.interfaces()) {
            subtypes.computeIfAbsent(parent, name -> new ArrayList<>()).add(header.name());
        }
        for (MethodHeader method : header.methods()) {
            if (!method.isAbstract()) {
                MethodRef ref = new MethodRef(header.name(), method.name(), method.descriptor());
                if (numbers.putIfAbsent(ref, methods.size()) == null) {
                    methods.add(ref);
                }
            }
        }
    }

    private List<int[]> rows(ClassFile type) {
        return type.methods().stream().map(this::row).toList();
    }

    /** The method's own number, then those it calls. */
    private int[] row(MethodCode method) {
        Set<Named> named = new LinkedHashSet<>();
        for (Call call : method.calls()) {
            boolean exact = call.kind() == Call.Kind.STATIC || call.kind() == Call.Kind.SPECIAL;
            named.add(new Named(call.target(), exact));
        }
        for (Lambda lambda : method.lambdas()) {
            named.add(new Named(lambda.body(), false));
            referred.add(lambda.body());
        }
        Set<Integer> called = new TreeSet<>();
        for (Named callee : named) {
            List<MethodRef> found = callee.exact() ? exactly(callee.called()) : targets(callee.called());
            found.forEach(target -> number(target).ifPresent(called::add));
        }
        int own = numbers.getOrDefault(method.ref(), -1);
        return java.util.stream.IntStream
            .concat(java.util.stream.IntStream.of(own), called.stream().mapToInt(Integer::intValue))
            .toArray();
    }

    private void connect(List<List<int[]>> rows) {
        callees = new int[methods.size()][0];
        int[] counts = new int[methods.size()];
        for (List<int[]> type : rows) {
            for (int[] row : type) {
                if (row[0] >= 0) {
                    callees[row[0]] = Arrays.copyOfRange(row, 1, row.length);
                }
            }
        }
        for (int[] row : callees) {
            for (int target : row) {
                counts[target]++;
            }
        }
        callers = new int[methods.size()][];
        for (int i = 0; i < counts.length; i++) {
            callers[i] = new int[counts[i]];
        }
        for (int caller = 0; caller < callees.length; caller++) {
            for (int target : callees[caller]) {
                callers[target][callers[target].length - counts[target]--] = caller;
            }
        }
    }

    private List<MethodRef> exactly(MethodRef called) {
        return index.resolve(called).map(List::of).orElse(List.of());
    }

    private List<MethodRef> findTargets(MethodRef called) {
        Optional<MethodRef> declared = index.resolve(called);
        if (declared.isEmpty()) {
            return List.of();
        }
        MethodRef declaration = declared.get();
        Optional<MethodHeader> header = index.find(declaration.owner())
            .flatMap(owner -> owner.method(declaration.name(), declaration.descriptor()));
        Set<MethodRef> found = new LinkedHashSet<>();
        if (numbers.containsKey(declaration)) {
            found.add(declaration);
        }
        boolean overridable = header
            .filter(method -> !method.isStatic() && !method.isPrivate() && !called.isConstructor())
            .isPresent();
        if (overridable) {
            overriders(called.owner(), declaration, found);
        }
        return found.size() > MOST_TARGETS ? List.of(declaration) : List.copyOf(found);
    }

    private void overriders(ClassName type, MethodRef declaration, Set<MethodRef> found) {
        Set<ClassName> seen = new LinkedHashSet<>(List.of(type));
        List<ClassName> open = new ArrayList<>(List.of(type));
        while (!open.isEmpty() && found.size() <= MOST_TARGETS) {
            for (ClassName subtype : subtypes.getOrDefault(open.remove(open.size() - 1), List.of())) {
                if (seen.add(subtype)) {
                    open.add(subtype);
                    if (numbers.containsKey(declaration.in(subtype))) {
                        found.add(declaration.in(subtype));
                    }
                }
            }
        }
    }

    private List<MethodRef> row(int[][] table, MethodRef method) {
        return number(method)
            .map(number -> Arrays.stream(table[number]).mapToObj(methods::get).toList())
            .orElse(List.of());
    }
}
