package dev.plumbline.program;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithExtends;
import com.github.javaparser.ast.nodeTypes.NodeWithImplements;
import com.github.javaparser.ast.nodeTypes.NodeWithStatements;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.TypeParameter;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scopes of type names in a compilation unit, innermost first: local classes, type variables, member
 * types declared and inherited, then what {@link ImportScope} knows.
 */
final class TypeScopes {

    private static final Meaning LOCAL = new Meaning(Optional.empty(), Optional.empty());

    /** A class or a type variable; neither for a local class, whose binary name the source does not tell. */
    record Meaning(Optional<ClassName> type, Optional<TypeParameter> variable) {

        static Meaning of(ClassName type) {
            return new Meaning(Optional.of(type), Optional.empty());
        }
    }

    private final ClassIndex index;
    private final ImportScope imports;
    private final String packageName;
    private final Map<ClassName, TypeDeclaration<?>> declared = new HashMap<>();
    private final Map<Node, Map<String, Optional<Meaning>>> known = new IdentityHashMap<>();
    private final Map<Node, List<ClassName>> supertypes = new IdentityHashMap<>();
    private final Map<Node, Map<String, Optional<ClassName>>> inherited = new IdentityHashMap<>();

    TypeScopes(CompilationUnit unit, ClassIndex index) {
        this.index = index;
        this.packageName = unit.getPackageDeclaration().map(name -> name.getNameAsString()).orElse("");
        unit.getTypes().forEach(this::declare);
        this.imports = new ImportScope(unit, index, this);
    }

    private void declare(TypeDeclaration<?> type) {
        binaryName(type).ifPresent(name -> declared.put(name, type));
        type.getMembers().forEach(member -> member.ifTypeDeclaration(this::declare));
    }

    String packageName() {
        return packageName;
    }

    boolean isKnown(ClassName type) {
        return declared.containsKey(type) || index.contains(type);
    }

    /** Types declared in an interface or an annotation are static without saying so. */
    static boolean hasStaticMembers(Node type) {
        return type instanceof AnnotationDeclaration
            || type instanceof ClassOrInterfaceDeclaration plain && plain.isInterface();
    }

    /** Empty for local classes and what is nested in them or in anonymous classes. */
    Optional<ClassName> binaryName(TypeDeclaration<?> type) {
        Node around = type.getParentNode().orElse(type);
        if (around instanceof CompilationUnit) {
            return Optional.of(ClassName.of(inPackage(packageName, type.getNameAsString())));
        }
        return around instanceof TypeDeclaration<?> outer
            ? binaryName(outer).map(name -> nested(name, type.getNameAsString()))
            : Optional.empty();
    }

    static String inPackage(String packageName, String name) {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    static ClassName nested(ClassName outer, String name) {
        return new ClassName(outer.internal() + "$" + name);
    }

    Optional<Meaning> find(String name, Node at) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return findSimple(name, at, at);
        }
        Optional<Meaning> first = findSimple(name.substring(0, dot), at, at);
        if (first.isEmpty()) {
            return imports.qualified(name).map(Meaning::of);
        }
        Optional<ClassName> type = first.get().type();
        for (String part : name.substring(dot + 1).split("\\.")) {
            type = type.flatMap(outer -> member(outer, part));
        }
        return type.map(Meaning::of);
    }

    /** @param from the child of the scope that the name is looked up from */
    private Optional<Meaning> findSimple(String name, Node scope, Node from) {
        if (scope instanceof CompilationUnit) {
            return imports.simple(name).map(Meaning::of);
        }
        boolean inside = scope == from || from instanceof BodyDeclaration || from instanceof Parameter;
        if (scope instanceof TypeDeclaration<?> && inside) {
            Map<String, Optional<Meaning>> names = known.computeIfAbsent(scope, type -> new HashMap<>());
            Optional<Meaning> before = names.get(name);
            if (before == null) {
                before = inScope(name, scope, true).or(() -> findAround(name, scope));
                names.put(name, before);
            }
            return before;
        }
        return inScope(name, scope, inside).or(() -> findAround(name, scope));
    }

    private Optional<Meaning> findAround(String name, Node scope) {
        return scope.getParentNode().flatMap(around -> findSimple(name, around, scope));
    }

    private Optional<Meaning> inScope(String name, Node scope, boolean inside) {
        if (scope instanceof TypeDeclaration<?> type) {
            return inType(name, type, inside);
        }
        if (scope instanceof ObjectCreationExpr creation) {
            return creation.getAnonymousClassBody().filter(body -> inside).flatMap(
                body -> declares(body, name) ? Optional.of(LOCAL) : inherited(name, List.of(creation.getType())));
        }
        if (scope instanceof EnumConstantDeclaration constant) {
            return declares(constant.getClassBody(), name) ? Optional.of(LOCAL) : Optional.empty();
        }
        if (scope instanceof NodeWithTypeParameters<?> generic) {
            return variable(name, generic);
        }
        return scope instanceof NodeWithStatements<?> block
            && block.getStatements().stream().anyMatch(statement -> declares(statement, name))
                ? Optional.of(LOCAL) : Optional.empty();
    }

    /** A type's own members hide its type variables, and these hide what it inherits. */
    private Optional<Meaning> inType(String name, TypeDeclaration<?> type, boolean inside) {
        if (inside && declares(type.getMembers(), name)) {
            return Optional.of(binaryName(type).map(outer -> Meaning.of(nested(outer, name))).orElse(LOCAL));
        }
        Optional<Meaning> variable = type instanceof NodeWithTypeParameters<?> generic
            ? variable(name, generic) : Optional.empty();
        return variable.isPresent() || !inside ? variable : inheritedBy(type, name).map(Meaning::of);
    }

    private static Optional<Meaning> variable(String name, NodeWithTypeParameters<?> generic) {
        return generic.getTypeParameters().stream()
            .filter(parameter -> parameter.getNameAsString().equals(name))
            .map(parameter -> new Meaning(Optional.empty(), Optional.of(parameter)))
            .findFirst();
    }

    private static boolean declares(NodeList<BodyDeclaration<?>> members, String name) {
        return members.stream()
            .anyMatch(member -> member instanceof TypeDeclaration<?> type && type.getNameAsString().equals(name));
    }

    private static boolean declares(Statement statement, String name) {
        if (statement instanceof LocalClassDeclarationStmt local) {
            return local.getClassDeclaration().getNameAsString().equals(name);
        }
        return statement instanceof LocalRecordDeclarationStmt local
            && local.getRecordDeclaration().getNameAsString().equals(name);
    }

    private Optional<Meaning> inherited(String name, List<ClassOrInterfaceType> types) {
        return resolved(types).stream()
            .flatMap(type -> member(type, name).stream())
            .map(Meaning::of)
            .findFirst();
    }

    /** A type that inherits from itself, which broken code may say, inherits nothing on the way round. */
    private Optional<ClassName> inheritedBy(TypeDeclaration<?> type, String name) {
        Map<String, Optional<ClassName>> names = inherited.computeIfAbsent(type, any -> new HashMap<>());
        Optional<ClassName> before = names.putIfAbsent(name, Optional.empty());
        if (before != null) {
            return before;
        }
        Optional<ClassName> found = supertypes(type).stream()
            .flatMap(above -> member(above, name).stream())
            .findFirst();
        names.put(name, found);
        return found;
    }

    private List<ClassName> supertypes(TypeDeclaration<?> type) {
        List<ClassName> before = supertypes.get(type);
        if (before != null) {
            return before;
        }
        supertypes.put(type, List.of());
        List<ClassOrInterfaceType> above = new ArrayList<>();
        if (type instanceof NodeWithExtends<?> extending) {
            above.addAll(extending.getExtendedTypes());
        }
        if (type instanceof NodeWithImplements<?> implementing) {
            above.addAll(implementing.getImplementedTypes());
        }
        List<ClassName> found = resolved(above);
        supertypes.put(type, found);
        return found;
    }

    private List<ClassName> resolved(List<ClassOrInterfaceType> types) {
        return types.stream()
            .flatMap(type -> find(type.getNameWithScope(), type).flatMap(Meaning::type).stream())
            .toList();
    }

    /** The member type of that name, declared or inherited. */
    Optional<ClassName> member(ClassName type, String name) {
        TypeDeclaration<?> here = declared.get(type);
        if (here != null) {
            return declares(here.getMembers(), name)
                ? Optional.of(nested(type, name))
                : inheritedBy(here, name);
        }
        ClassName own = nested(type, name);
        if (index.contains(own)) {
            return Optional.of(own);
        }
        return index.ancestors(type).stream()
            .map(above -> nested(above, name))
            .filter(found -> isKnown(found) && isInherited(found))
            .findFirst();
    }

    private boolean isInherited(ClassName member) {
        int access = index.find(member).map(header -> header.access()).orElse(Modifier.PUBLIC);
        return Modifier.isPublic(access) || Modifier.isProtected(access)
            || !Modifier.isPrivate(access) && member.packageName().equals(packageName);
    }
}
