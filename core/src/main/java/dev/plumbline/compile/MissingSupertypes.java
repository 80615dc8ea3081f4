package dev.plumbline.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ImportReference;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeReference;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.MissingTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.SourceTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TagBits;

/**
 * Puts supertypes that could not be found into the class files, under the names the imports give them. The
 * compiler would leave them out, and a class that extends something unknown would pass for one that extends
 * {@code Object}.
 */
final class MissingSupertypes {

    private final CompilationUnitDeclaration unit;
    private final LookupEnvironment environment;

    /** For the other units the types stay what the compiler made of them. */
    private final List<Runnable> undo = new ArrayList<>();

    static MissingSupertypes addTo(CompilationUnitDeclaration unit, LookupEnvironment environment) {
        MissingSupertypes missing = new MissingSupertypes(unit, environment);
        DeclaredTypes.in(unit).stream().filter(type -> type.binding != null).forEach(missing::add);
        return missing;
    }

    private MissingSupertypes(CompilationUnitDeclaration unit, LookupEnvironment environment) {
        this.unit = unit;
        this.environment = environment;
    }

    void takeBack() {
        undo.forEach(Runnable::run);
    }

    static boolean isMissing(TypeReference reference) {
        return reference != null && (reference.resolvedType == null
            || !reference.resolvedType.isValidBinding()
            || reference.resolvedType.erasure() instanceof MissingTypeBinding);
    }

    private void add(TypeDeclaration type) {
        SourceTypeBinding binding = type.binding;
        if (isMissing(type.superclass)) {
            ReferenceBinding before = binding.superclass;
            undo.add(() -> binding.setSuperClass(before));
            binding.setSuperClass(standIn(type.superclass));
        }
        ReferenceBinding[] before = binding.superInterfaces;
        List<ReferenceBinding> interfaces = new ArrayList<>(Arrays.asList(before));
        interfaces.removeIf(known -> known instanceof MissingTypeBinding);
        for (TypeReference reference : interfacesOf(type)) {
            if (isMissing(reference)) {
                interfaces.add(standIn(reference));
            }
        }
        undo.add(() -> binding.setSuperInterfaces(before));
        binding.setSuperInterfaces(interfaces.toArray(ReferenceBinding[]::new));
    }

    /** What is marked as missing is not written: the mark is off until the class files are made. */
    private ReferenceBinding standIn(TypeReference reference) {
        ReferenceBinding missing = environment.createMissingType(null, name(reference));
        missing.tagBits &= ~TagBits.HasMissingType;
        undo.add(() -> missing.tagBits |= TagBits.HasMissingType);
        return missing;
    }

    private static List<TypeReference> interfacesOf(TypeDeclaration type) {
        return type.superInterfaces == null ? List.of() : List.of(type.superInterfaces);
    }

    /** Without an import that says otherwise the type is taken for one of the same package. */
    private char[][] name(TypeReference reference) {
        char[][] written = reference.getTypeName();
        for (ImportReference line : unit.imports == null ? new ImportReference[0] : unit.imports) {
            char[][] imported = line.tokens;
            boolean single = (line.bits & ASTNode.OnDemand) == 0;
            if (single && !line.isStatic() && Arrays.equals(imported[imported.length - 1], written[0])) {
                return nested(CharOperation.arrayConcat(
                    CharOperation.subarray(imported, 0, imported.length - 1), written));
            }
        }
        return written.length > 1 || unit.currentPackage == null
            ? nested(written)
            : CharOperation.arrayConcat(unit.currentPackage.tokens, written);
    }

    /** Packages are written small: from the first name with a capital on, names are those of nested types. */
    private static char[][] nested(char[][] name) {
        int type = 0;
        while (type < name.length - 1 && !Character.isUpperCase(name[type][0])) {
            type++;
        }
        char[] binary = CharOperation.concatWith(CharOperation.subarray(name, type, name.length), '$');
        return CharOperation.arrayConcat(CharOperation.subarray(name, 0, type), binary);
    }
}
