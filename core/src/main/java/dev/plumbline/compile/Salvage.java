package dev.plumbline.compile;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.name.MethodRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.AnnotationMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Initializer;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileConstants;
import org.eclipse.jdt.internal.compiler.lookup.MethodScope;
import org.eclipse.jdt.internal.compiler.lookup.TagBits;

/**
 * Makes a unit whose names were resolved fit for code generation: values of fields and initializer blocks
 * that did not compile are taken out, and what has no usable head is marked as such. Tells afterwards which
 * methods were lost.
 */
final class Salvage {

    private static final String STATIC_INITIALIZER = "<clinit>";

    private final CompilationUnitDeclaration unit;
    private final Set<TypeDeclaration> withoutStatics = new HashSet<>();
    private final Set<TypeDeclaration> withoutValues = new HashSet<>();

    /** @param errors where the errors of a type lie that are not inside one of its methods */
    static Salvage of(CompilationUnitDeclaration unit, Function<TypeDeclaration, Set<Integer>> errors) {
        Salvage salvage = new Salvage(unit);
        for (TypeDeclaration type : DeclaredTypes.in(unit)) {
            salvage.mend(type, errors.apply(type));
        }
        return salvage;
    }

    private Salvage(CompilationUnitDeclaration unit) {
        this.unit = unit;
    }

    boolean tookSomething() {
        return !withoutStatics.isEmpty() || !withoutValues.isEmpty();
    }

    private void mend(TypeDeclaration type, Set<Integer> errors) {
        for (AbstractMethodDeclaration method : methods(type)) {
            if (!method.isClinit()) {
                mend(method, type);
            }
        }
        for (FieldDeclaration field : type.fields == null ? new FieldDeclaration[0] : type.fields) {
            if (isSpoilt(field, errors) || UnusableCode.isIn(field, initializerScope(type, field))) {
                empty(field);
                (field.isStatic() ? withoutStatics : withoutValues).add(type);
            }
        }
    }

    private static void mend(AbstractMethodDeclaration method, TypeDeclaration type) {
        if (method.binding != null && method.binding.isAbstract()) {
            // There is no code to be lost, and the compiler would give up the whole interface instead.
            method.ignoreFurtherInvestigation = false;
            if (method instanceof AnnotationMethodDeclaration member && isUnusable(member.defaultValue)) {
                member.defaultValue = null;
                member.modifiers &= ~ClassFileConstants.AccAnnotationDefault;
            }
        } else if (!method.ignoreFurtherInvestigation) {
            method.ignoreFurtherInvestigation = method.binding == null
                || method.isConstructor() && MissingSupertypes.isMissing(type.superclass)
                || UnusableCode.isIn(method, type);
        }
    }

    private static boolean isUnusable(Expression value) {
        return value != null && (value.resolvedType == null || !value.resolvedType.isValidBinding()
            || (value.resolvedType.tagBits & TagBits.HasMissingType) != 0);
    }

    private static MethodScope initializerScope(TypeDeclaration type, FieldDeclaration field) {
        return field.isStatic() ? type.staticInitializerScope : type.initializerScope;
    }

    private static boolean isSpoilt(FieldDeclaration field, Set<Integer> errors) {
        boolean holdsError = errors.stream()
            .anyMatch(at -> at >= field.sourceStart && at <= field.declarationSourceEnd);
        return field instanceof Initializer
            ? holdsError
            : field.initialization != null && (field.binding == null || holdsError);
    }

    private static void empty(FieldDeclaration field) {
        if (field instanceof Initializer initializer) {
            initializer.block.statements = null;
        } else {
            field.initialization = null;
        }
    }

    private static List<AbstractMethodDeclaration> methods(TypeDeclaration type) {
        return type.methods == null ? List.of() : List.of(type.methods);
    }

    /** To be asked after code generation: local classes get their names there. */
    Set<MethodRef> broken() {
        Set<MethodRef> broken = new HashSet<>();
        for (TypeDeclaration type : DeclaredTypes.in(unit)) {
            if (type.binding != null && type.binding.constantPoolName() != null) {
                addBroken(type, ClassName.of(new String(type.binding.constantPoolName())), broken);
            }
        }
        return broken;
    }

    private void addBroken(TypeDeclaration type, ClassName name, Set<MethodRef> broken) {
        boolean all = isLost(type);
        for (AbstractMethodDeclaration method : methods(type)) {
            boolean lost = all || method.ignoreFurtherInvestigation
                || method.isConstructor() && withoutValues.contains(type);
            if (lost && method.binding != null) {
                broken.add(ref(name, method));
            }
        }
        // The compiler writes them itself, so that they can be called.
        if (type.missingAbstractMethods != null) {
            Stream.of(type.missingAbstractMethods)
                .filter(method -> method.binding != null)
                .forEach(method -> broken.add(ref(name, method)));
        }
        if (all || withoutStatics.contains(type)) {
            broken.add(new MethodRef(name, STATIC_INITIALIZER, new Descriptor("()V")));
        }
    }

    private static MethodRef ref(ClassName owner, AbstractMethodDeclaration method) {
        return new MethodRef(owner, new String(method.binding.selector),
            new Descriptor(new String(method.binding.signature())));
    }

    private boolean isLost(TypeDeclaration type) {
        return unit.ignoreFurtherInvestigation || type.ignoreFurtherInvestigation
            || type.enclosingType != null && isLost(type.enclosingType);
    }
}
