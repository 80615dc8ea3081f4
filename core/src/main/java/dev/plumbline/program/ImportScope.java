package dev.plumbline.program;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a type name means outside of all declarations: imports, the unit, its package, {@code java.lang}. */
final class ImportScope {

    private final ClassIndex index;
    private final TypeScopes scopes;
    private final Map<String, String> single = new HashMap<>();
    private final Map<String, String> singleStatic = new HashMap<>();
    private final List<String> onDemand = new ArrayList<>();
    private final Map<String, Optional<ClassName>> known = new HashMap<>();

    ImportScope(CompilationUnit unit, ClassIndex index, TypeScopes scopes) {
        this.index = index;
        this.scopes = scopes;
        for (ImportDeclaration imported : unit.getImports()) {
            String name = imported.getNameAsString();
            String last = name.substring(name.lastIndexOf('.') + 1);
            if (imported.isAsterisk()) {
                onDemand.add(name);
            } else if (imported.isStatic()) {
                singleStatic.put(last, name);
            } else {
                single.put(last, name);
            }
        }
    }

    Optional<ClassName> simple(String name) {
        Optional<ClassName> before = known.get(name);
        if (before == null) {
            before = find(name);
            known.put(name, before);
        }
        return before;
    }

    private Optional<ClassName> find(String name) {
        if (single.containsKey(name)) {
            return qualified(single.get(name));
        }
        ClassName neighbour = ClassName.of(TypeScopes.inPackage(scopes.packageName(), name));
        if (singleStatic.containsKey(name)) {
            String imported = singleStatic.get(name);
            String type = imported.substring(0, imported.length() - name.length() - 1);
            Optional<ClassName> member = member(type, name);
            if (member.isPresent()) {
                return member;
            }
        }
        return scopes.isKnown(neighbour) ? Optional.of(neighbour) : findOnDemand(name);
    }

    /** Two packages may have a class of the same name when only one of the two can be seen from here. */
    private Optional<ClassName> findOnDemand(String name) {
        List<ClassName> found = new ArrayList<>();
        for (String imported : onDemand) {
            ClassName type = ClassName.of(imported + "." + name);
            if (scopes.isKnown(type)) {
                found.add(type);
            } else {
                member(imported, name).ifPresent(found::add);
            }
        }
        ClassName basic = ClassName.of("java.lang." + name);
        if (scopes.isKnown(basic)) {
            found.add(basic);
        }
        return found.size() < 2 ? found.stream().findFirst()
            : found.stream().filter(this::isPublic).findFirst().or(() -> found.stream().findFirst());
    }

    private boolean isPublic(ClassName type) {
        return index.find(type).map(ClassHeader::access).filter(Modifier::isPublic).isPresent();
    }

    private Optional<ClassName> member(String qualifiedType, String name) {
        return qualified(qualifiedType).filter(scopes::isKnown).flatMap(type -> scopes.member(type, name));
    }

    /**
     * The class that a name with its package means. Of a class that is not in the index, the parts with a
     * capital letter are taken for the class and those before for the package.
     */
    Optional<ClassName> qualified(String name) {
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            ClassName outer = ClassName.of(name.substring(0, dot));
            if (scopes.isKnown(outer)) {
                return nested(outer, name.substring(dot + 1));
            }
        }
        ClassName whole = ClassName.of(name);
        return scopes.isKnown(whole) ? Optional.of(whole) : byConvention(name);
    }

    private Optional<ClassName> nested(ClassName outer, String rest) {
        Optional<ClassName> type = Optional.of(outer);
        for (String part : rest.split("\\.")) {
            type = type.flatMap(around -> scopes.member(around, part));
        }
        return type;
    }

    private static Optional<ClassName> byConvention(String name) {
        int start = 0;
        while (!Character.isUpperCase(name.charAt(start))) {
            start = name.indexOf('.', start) + 1;
            if (start == 0) {
                return Optional.empty();
            }
        }
        return start == 0 ? Optional.empty()
            : Optional.of(ClassName.of(name.substring(0, start) + name.substring(start).replace('.', '$')));
    }
}
