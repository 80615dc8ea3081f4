package dev.plumbline.program;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
    private final Map<MethodRef, Targets> targets = new ConcurrentHashMap<>();
    private final Set<MethodRef> referred = ConcurrentHashMap.newKeySet();
    private int[][] callees;
    private int[][] callers;

    private CallGraph(ClassIndex index) {
        this.index = index;
    }

    /**
     * What a call may run.
     *
     * @param methods in the program, in order; empty for library methods
     * @param numbers their numbers; empty when nothing is known of what is run
     */
    record Targets(List<MethodRef> methods, int[] numbers) {

        /** A library method, an abstract one without an override, or one with more overrides than are followed. */
        boolean isOpen() {
            return numbers.length == 0;
        }
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
        return resolve(called).methods();
    }

    Targets resolve(MethodRef called) {
        // Asked first, because computing in place locks a part of the table.
        Targets known = targets.get(called);
        return known != null ? known : targets.computeIfAbsent(called, this::findTargets);
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

    /** These, their callers, and the callers of those: as far as what a method does is felt. */
    BitSet calling(BitSet called) {
        BitSet near = (BitSet) called.clone();
        for (int step = 0; step < 2; step++) {
            BitSet next = (BitSet) near.clone();
            near.stream().forEach(method -> Arrays.stream(callers[method]).forEach(next::set));
            near = next;
        }
        return near;
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
        for (MethodRef body : method.references()) {
            named.add(new Named(body, false));
            referred.add(body);
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

    private Targets findTargets(MethodRef called) {
        Optional<MethodRef> declared = index.resolve(called);
        if (declared.isEmpty()) {
            return new Targets(List.of(), new int[0]);
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
        if (found.size() > MOST_TARGETS) {
            return new Targets(List.of(declaration), new int[0]);
        }
        return new Targets(List.copyOf(found), found.stream().mapToInt(numbers::get).toArray());
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
