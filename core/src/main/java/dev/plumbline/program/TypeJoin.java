package dev.plumbline.program;

import com.github.javaparser.ast.CompilationUnit;
import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.name.ClassName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which class a type of the source became: by its name, or for types without one by where its lines are. */
final class TypeJoin {

    /** A type, seen from both sides. */
    record JoinedType(SourceType source, ClassFile code) {
    }

    private final Map<ClassName, ClassFile> classes;
    private final List<JoinedType> joined = new ArrayList<>();
    private final List<SourceType> missing = new ArrayList<>();

    private TypeJoin(List<ClassFile> classes) {
        this.classes = classes.stream()
            .collect(Collectors.toMap(ClassFile::name, type -> type, (one, same) -> one, TreeMap::new));
    }

    static TypeJoin of(CompilationUnit unit, List<ClassFile> classes) {
        TypeJoin join = new TypeJoin(classes);
        String packageName = unit.getPackageDeclaration().map(name -> name.getNameAsString()).orElse("");
        for (SourceType type : SourceShape.of(unit)) {
            join.named(type, ClassName.of(TypeScopes.inPackage(packageName, type.name())));
        }
        return join;
    }

    /** Outer types before those in them. */
    List<JoinedType> joined() {
        return joined;
    }

    /** Named types that have no class. */
    List<SourceType> missing() {
        return missing;
    }

    private void named(SourceType source, ClassName name) {
        if (classes.containsKey(name)) {
            add(source, classes.get(name));
        } else {
            missing.add(source);
        }
    }

    private void add(SourceType source, ClassFile code) {
        joined.add(new JoinedType(source, code));
        source.members().forEach(member -> named(member, TypeScopes.nested(code.name(), member.name())));
        for (String name : new TreeSet<>(source.nameless().stream().map(SourceType::name).toList())) {
            List<SourceType> sources = source.nameless().stream()
                .filter(type -> type.name().equals(name))
                .toList();
            Map<ClassFile, LineSpan> codes = numbered(code.name(), name);
            Pairing
                .of(sources, List.copyOf(codes.keySet()),
                    (type, other) -> LineSpan.of(type.node()).contains(codes.get(other)))
                .forEach(pair -> add(pair.source(), pair.code()));
        }
    }

    /** The classes {@code Outer$1Name}, by number, with their lines. */
    private Map<ClassFile, LineSpan> numbered(ClassName outer, String name) {
        Map<ClassFile, LineSpan> found = new TreeMap<>(Comparator.comparingInt((ClassFile type) -> type.name()
            .internal().length()).thenComparing(ClassFile::name));
        String prefix = outer.internal() + "$";
        for (ClassFile type : classes.values()) {
            String full = type.name().internal();
            boolean fits = full.startsWith(prefix) && full.endsWith(name);
            String number = fits ? full.substring(prefix.length(), full.length() - name.length()) : "";
            boolean numbered = !number.isEmpty() && number.chars().allMatch(Character::isDigit);
            if (numbered && !type.header().isSynthetic()) {
                found.put(type, LineSpan.of(type));
            }
        }
        return found;
    }
}
