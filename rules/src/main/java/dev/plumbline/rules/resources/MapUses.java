package dev.plumbline.rules.resources;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.name.FieldRef;
import dev.plumbline.rules.resources.MapUse.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what a method does with the maps and sets in fields. */
final class MapUses {

    private static final Set<String> BOUNDLESS = Set.of("java/util/HashMap", "java/util/LinkedHashMap",
        "java/util/TreeMap", "java/util/Hashtable", "java/util/concurrent/ConcurrentHashMap",
        "java/util/concurrent/ConcurrentSkipListMap", "java/util/HashSet", "java/util/LinkedHashSet",
        "java/util/TreeSet", "java/util/concurrent/ConcurrentSkipListSet", "java/util/concurrent/CopyOnWriteArraySet");
    private static final Set<String> MAKERS = Set.of("newKeySet", "newConcurrentMap", "newHashMap", "newHashSet",
        "newLinkedHashMap", "newTreeMap", "newConcurrentHashSet");
    private static final Set<String> WRAPPERS = Set.of("synchronizedMap", "synchronizedSet", "newSetFromMap");
    private static final Set<String> GROWING =
        Set.of("put", "putIfAbsent", "computeIfAbsent", "compute", "merge", "add");
    private static final Set<String> HARMLESS =
        Set.of("get", "getOrDefault", "containsKey", "contains", "containsValue",
            "forEach", "toString", "hashCode", "equals", "putAll", "addAll", "replace", "stream", "parallelStream",
            "mappingCount");
    private static final Set<String> VIEWS = Set.of("keySet", "values", "entrySet");
    private static final Set<String> READING = Set.of("stream", "forEach", "contains", "containsAll", "parallelStream",
        "iterator", "toArray", "toString");
    private static final Set<String> READERS = Set.of("unmodifiableMap", "unmodifiableSet", "copyOf", "requireNonNull",
        "valueOf", "append", "println", "debug", "info", "trace", "warn", "error");

    private final MethodCode method;
    private final ClassIndex index;
    private final List<MapUse> found = new ArrayList<>();

    private MapUses(MethodCode method) {
        this.method = method;
        this.index = method.surroundings().index();
    }

    static List<MapUse> in(MethodCode method) {
        MapUses uses = new MapUses(method);
        uses.find();
        return List.copyOf(uses.found);
    }

    private void find() {
        Map<Origin, FieldRef> paths = new LinkedHashMap<>();
        for (FieldAccess access : method.fields()) {
            Optional<FieldRef> field = Optional.of(access.field()).filter(this::isMapOrSet).flatMap(index::resolve);
            if (field.isEmpty()) {
                continue;
            }
            if (access.isWrite()) {
                written(access, field.get());
            } else if (access.path().isKnown()) {
                paths.put(access.path(), field.get());
            } else {
                use(field.get(), Kind.BOUNDED, access.site(), "");
            }
        }
        paths.forEach(this::follow);
    }

    private boolean isMapOrSet(FieldRef field) {
        return Descriptor.classIn(field.type())
            .filter(type -> index.isSubtype(type, ClassName.of("java.util.Map"))
                || index.isSubtype(type, ClassName.of("java.util.Set")))
            .isPresent();
    }

    private void written(FieldAccess access, FieldRef field) {
        boolean isStart = access.isStatic()
            ? method.ref().isStaticInitializer()
            : method.ref().isConstructor() && access.receiver().equals(Origin.THIS);
        boolean keepsAll = method.origins().inputs(access.value()).stream().allMatch(this::keepsAll);
        use(field, isStart && keepsAll ? Kind.MADE : Kind.BOUNDED, access.site(), "");
    }

    private boolean keepsAll(Origin made) {
        if (made.is("new")) {
            return method.constructorOf(made)
                .filter(call -> BOUNDLESS.contains(call.target().owner().internal()))
                .isPresent();
        }
        Optional<Call> call = made.is("call") ? made.site().flatMap(method::call) : Optional.empty();
        return call.filter(maker -> MAKERS.contains(maker.name())
            || WRAPPERS.contains(maker.name()) && keepsAll(maker.firstArgument())).isPresent();
    }

    private void follow(Origin path, FieldRef field) {
        for (Call call : method.calls()) {
            if (call.kind() != Call.Kind.STATIC && isIt(call.receiver(), path)) {
                called(call, field);
            }
            if (call.arguments().stream().anyMatch(argument -> isIt(argument, path)) && !isReader(call)) {
                use(field, Kind.BOUNDED, call.site(), "");
            }
        }
        boolean leaves = method.exits().stream().anyMatch(exit -> isIt(exit.value(), path))
            || method.lambdas().stream().flatMap(lambda -> lambda.captured().stream()).anyMatch(path::equals)
            || method.fields().stream().anyMatch(access -> access.isWrite() && isIt(access.value(), path));
        if (leaves) {
            use(field, Kind.BOUNDED, new Site(0), "");
        }
    }

    private boolean isIt(Origin value, Origin path) {
        return value.equals(path) || value.isPhi() && method.origins().inputs(value).contains(path);
    }

    private static boolean isReader(Call call) {
        return READERS.contains(call.name())
            || call.target().isConstructor() && call.target().owner().internal().startsWith("java/util/");
    }

    private void called(Call call, FieldRef field) {
        if (GROWING.contains(call.name())) {
            if (new KeyDomain(method).isOpen(call.firstArgument(), call.site()) && header(field)
                .filter(header -> KeyDomain.isOpen(header, index)).isPresent()) {
                use(field, Kind.GROWS, call.site(), call.name());
            }
        } else if (VIEWS.contains(call.name())) {
            if (!isOnlyRead(call.result())) {
                use(field, Kind.BOUNDED, call.site(), "");
            }
        } else if (!HARMLESS.contains(call.name())) {
            use(field, Kind.BOUNDED, call.site(), "");
        }
    }

    /** A view through which nothing is removed. */
    private boolean isOnlyRead(Origin view) {
        Stream<Call> on = method.calls().stream().filter(call -> call.receiver().equals(view));
        boolean passed = method.calls().stream().anyMatch(call -> call.arguments().contains(view) && !isReader(call));
        boolean returned = method.exits().stream().anyMatch(exit -> exit.value().equals(view));
        boolean removes = method.calls().stream()
            .anyMatch(call -> call.name().equals("remove") && call.target().descriptor().parameters().isEmpty());
        return !passed && !returned && !removes && on.allMatch(call -> READING.contains(call.name()));
    }

    private Optional<FieldHeader> header(FieldRef field) {
        return index.find(field.owner()).flatMap(owner -> owner.field(field.name()));
    }

    private void use(FieldRef field, Kind kind, Site site, String call) {
        found.add(new MapUse(field, kind, method.ref(), method.place(site), call));
    }
}
