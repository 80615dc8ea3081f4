package dev.plumbline.compile;

import java.util.Set;
import org.eclipse.jdt.core.compiler.IProblem;

/** What a compile error means for the code around it, by the compiler's number for it. */
@SuppressWarnings("deprecation") // the compiler still gives the numbers that have better names by now
final class ProblemKinds {

    /** A class file names a type that is nowhere to be found. */
    private static final Set<Integer> INDIRECTLY_MISSING = Set.of(
        IProblem.IsClassPathCorrect,
        IProblem.IsClassPathCorrectWithReferencingType);

    private static final Set<Integer> MISSING_TYPE = Set.of(
        IProblem.UndefinedType,
        IProblem.ArgumentTypeNotFound,
        IProblem.ExceptionTypeNotFound,
        IProblem.ReturnTypeNotFound,
        IProblem.FieldTypeNotFound,
        IProblem.SuperclassNotFound,
        IProblem.InterfaceNotFound);

    private static final Set<Integer> OTHERWISE_UNRESOLVED = Set.of(
        IProblem.UndefinedName,
        IProblem.UndefinedField,
        IProblem.UnresolvedVariable,
        IProblem.UndefinedMethod,
        IProblem.UndefinedConstructor,
        IProblem.UndefinedConstructorInDefaultConstructor,
        IProblem.UndefinedConstructorInImplicitConstructorCall,
        IProblem.UndefinedAnnotationMember,
        IProblem.UndefinedTypeVariable,
        IProblem.ImportNotFound,
        IProblem.MissingTypeInMethod,
        IProblem.MissingTypeInConstructor,
        IProblem.MissingTypeInLambda,
        IProblem.MissingTypeForInference);

    /** Rules that code can break and still be translated; missing types make them fail as well. */
    private static final Set<Integer> WITHOUT_EFFECT_ON_CODE = Set.of(
        IProblem.UnhandledException,
        IProblem.UnhandledExceptionInDefaultConstructor,
        IProblem.UnhandledExceptionInImplicitConstructorCall,
        IProblem.UnhandledExceptionOnAutoClose,
        IProblem.UnreachableCatch,
        IProblem.InvalidCatchBlockSequence,
        IProblem.MethodMustOverride,
        IProblem.MethodMustOverrideOrImplement);

    /** A name in code that nothing is found for, neither a type nor a variable. */
    static boolean isUnresolvedName(int problem) {
        return problem == IProblem.UndefinedType || problem == IProblem.UndefinedName
            || problem == IProblem.UnresolvedVariable || problem == IProblem.ImportNotFound;
    }

    static boolean isIndirectlyMissing(int problem) {
        return INDIRECTLY_MISSING.contains(problem);
    }

    static boolean isUnresolved(int problem) {
        return isMissingType(problem)
            || isIndirectlyMissing(problem)
            || OTHERWISE_UNRESOLVED.contains(problem);
    }

    /** Whether in the head of a method it costs no more than the head. */
    static boolean sparesBody(int problem) {
        return isMissingType(problem) || problem == IProblem.CannotThrowType;
    }

    private static boolean isMissingType(int problem) {
        return MISSING_TYPE.contains(problem);
    }

    static boolean leavesCodeIntact(int problem) {
        return WITHOUT_EFFECT_ON_CODE.contains(problem);
    }

    static boolean isBlankFinalField(int problem) {
        return problem == IProblem.UninitializedBlankFinalField;
    }

    static boolean isSyntax(int problem) {
        return (problem & IProblem.Syntax) != 0;
    }

    private ProblemKinds() {
    }
}
