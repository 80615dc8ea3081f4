package dev.plumbline.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.LambdaExpression;
import org.eclipse.jdt.internal.compiler.ast.Location;
import org.eclipse.jdt.internal.compiler.ast.NameReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.impl.ReferenceContext;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.Scope;
import org.eclipse.jdt.internal.compiler.lookup.SourceTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;
import org.eclipse.jdt.internal.compiler.problem.ProblemReporter;
import org.eclipse.jdt.internal.compiler.problem.ProblemSeverities;

/**
 * Records all errors, but lets them spoil less than the compiler would: an error in the head of a type, in an
 * import or in a field costs no methods, and one in a method's head does not cost its body. Left to itself
 * the compiler gives up a whole type for one missing import, and all remaining types for one that a class
 * file refers to.
 */
final class LenientProblems extends ProblemReporter {

    private final Map<TypeDeclaration, Set<Integer>> positions = new HashMap<>();
    private final Map<String, Set<String>> unresolved = new HashMap<>();
    private final Map<String, Set<String>> missingFields = new TreeMap<>();
    private final Set<String> standIns;
    private boolean blankFieldsAreTolerated;

    /** @param standIns simple names of the types that were made up */
    LenientProblems(CompilerOptions options, Set<String> standIns) {
        super(DefaultErrorHandlingPolicies.proceedWithAllProblems(), options,
            new DefaultProblemFactory(Locale.ENGLISH));
        this.standIns = standIns;
    }

    /** The names that were not found, by file. */
    Map<String, Set<String>> unresolved() {
        return unresolved;
    }

    /** Names of fields that stand-ins lack, by the type's name. */
    Map<String, Set<String>> missingFields() {
        return missingFields;
    }

    @Override
    public void invalidField(FieldReference reference, TypeBinding searched) {
        lacks(searched, reference.token);
        super.invalidField(reference, searched);
    }

    @Override
    public void invalidField(NameReference reference, FieldBinding field) {
        lacks(field.declaringClass, field.name);
        super.invalidField(reference, field);
    }

    @Override
    public void invalidField(QualifiedNameReference reference, FieldBinding field, int index, TypeBinding searched) {
        lacks(searched, field.name);
        super.invalidField(reference, field, index, searched);
    }

    private void lacks(TypeBinding searched, char[] field) {
        for (TypeBinding type = searched; type instanceof ReferenceBinding reference && !standIns.isEmpty();
            type = reference.superclass()) {
            if (reference.erasure() instanceof SourceTypeBinding source && source.getFileName() != null
                && StandIns.isStandIn(new String(source.getFileName()))) {
                missingFields.computeIfAbsent(new String(source.readableName()).replaceAll("<.*", ""),
                    none -> new HashSet<>()).add(new String(field));
                return;
            }
        }
    }

    /** Where errors lie in a type that are not inside one of its methods. */
    Set<Integer> positionsIn(TypeDeclaration type) {
        return positions.getOrDefault(type, Set.of());
    }

    /** A final field whose value was taken out has none: no mistake of the source's. */
    void tolerateBlankFields(boolean tolerate) {
        blankFieldsAreTolerated = tolerate;
    }

    void forgetUnit() {
        positions.clear();
        blankFieldsAreTolerated = false;
    }

    @Override
    public void isClassPathCorrect(char[][] missing, CompilationUnitDeclaration unit, Location location,
            boolean implicitAnnotationUse, ReferenceBinding referencing) {
        // Without a unit to record it for the compiler can only end everything.
        if (unit != null) {
            super.isClassPathCorrect(missing, unit, location, implicitAnnotationUse, referencing);
        }
    }

    @Override
    public int computeSeverity(int problem) {
        return ProblemKinds.isIndirectlyMissing(problem)
            ? ProblemSeverities.Error
            : super.computeSeverity(problem);
    }

    @Override
    public void handle(int problem, String[] arguments, int elaboration, String[] messageArguments,
            int severity, int start, int end, ReferenceContext context, CompilationResult result) {
        if (blankFieldsAreTolerated && ProblemKinds.isBlankFinalField(problem)) {
            return;
        }
        if (ProblemKinds.isUnresolvedName(problem) && arguments.length > 0) {
            unresolved.computeIfAbsent(new String(result.getFileName()), none -> new HashSet<>()).add(arguments[0]);
        }
        boolean tolerable = !policy.ignoreAllErrors() && (severity & ProblemSeverities.Error) != 0
            && (isTolerable(problem, start, context) || concernsStandIn(problem, arguments, messageArguments));
        super.handle(problem, arguments, elaboration, messageArguments,
            tolerable ? severity & ~(ProblemSeverities.Fatal | ProblemSeverities.Abort) : severity,
            start, end, context, result);
    }

    /** What is known of a stand-in is no ground for an error; {@link UnusableCode} sees what has no meaning. */
    private boolean concernsStandIn(int problem, String[] arguments, String[] messageArguments) {
        if (standIns.isEmpty() || ProblemKinds.isSyntax(problem)) {
            return false;
        }
        return Stream.concat(Stream.of(arguments), Stream.of(messageArguments))
            .filter(Objects::nonNull)
            .flatMap(argument -> Stream.of(argument.split("\\W+")))
            .anyMatch(standIns::contains);
    }

    private boolean isTolerable(int problem, int start, ReferenceContext context) {
        ReferenceContext owner = withoutLambdas(context);
        if (owner == null || ProblemKinds.isSyntax(problem)) {
            return false;
        }
        if (owner instanceof TypeDeclaration type) {
            positions.computeIfAbsent(type, none -> new HashSet<>()).add(start);
            return true;
        }
        return owner instanceof CompilationUnitDeclaration
            || ProblemKinds.leavesCodeIntact(problem)
            || ProblemKinds.sparesBody(problem) && context instanceof AbstractMethodDeclaration method
                && start < method.bodyStart;
    }

    /** A lambda that stands in a field's value is part of its type, not of a method. */
    private static ReferenceContext withoutLambdas(ReferenceContext context) {
        ReferenceContext owner = context;
        while (owner instanceof LambdaExpression lambda) {
            owner = lambda.enclosingScope == null ? null : around(lambda);
        }
        return owner;
    }

    private static ReferenceContext around(LambdaExpression lambda) {
        for (Scope scope = lambda.enclosingScope; scope != null; scope = scope.parent) {
            if (scope.kind == Scope.CLASS_SCOPE || scope.kind == Scope.METHOD_SCOPE) {
                ReferenceContext context = scope.referenceContext();
                if (context != lambda) {
                    return context;
                }
            }
        }
        return null;
    }
}
