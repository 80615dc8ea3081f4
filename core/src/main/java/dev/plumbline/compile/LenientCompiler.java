package dev.plumbline.compile;

import dev.plumbline.name.MethodRef;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.Compiler;
import org.eclipse.jdt.internal.compiler.ICompilerRequestor;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.problem.AbortCompilation;

/**
 * The Eclipse compiler with its steps for one unit taken apart, so that what did not compile can be taken out
 * before code is generated, and so that a crash in one unit does not end the others.
 */
final class LenientCompiler extends Compiler {

    private final LenientProblems problems;
    private final Set<MethodRef> broken = new HashSet<>();
    private final List<String> crashed = new ArrayList<>();
    private final List<String> stoppedAt = new ArrayList<>();

    /** @param standIns simple names of the types among the sources that were made up */
    LenientCompiler(INameEnvironment types, CompilerOptions options, ICompilerRequestor requestor,
            Set<String> standIns) {
        this(types, options, requestor, new LenientProblems(options, standIns), !standIns.isEmpty());
    }

    private LenientCompiler(INameEnvironment types, CompilerOptions options, ICompilerRequestor requestor,
            LenientProblems problems, boolean guesses) {
        super(types, problems.policy, options, requestor, problems.problemFactory,
            new PrintWriter(Writer.nullWriter()), null);
        this.problems = problems;
        this.problemReporter = problems;
        this.lookupEnvironment.problemReporter = problems;
        this.useSingleThread = true;
        if (guesses) {
            parser = new GuessingParser(problems, options.parseLiteralExpressionsAsConstants);
        } else {
            initializeParser();
        }
    }

    /** The methods of all units so far whose code is not what their source says. */
    Set<MethodRef> broken() {
        return broken;
    }

    /** The names that were not found, by file. */
    Map<String, Set<String>> unresolved() {
        return problems.unresolved();
    }

    /** Names of fields that stand-ins lack, by the type's name. */
    Map<String, Set<String>> missingFields() {
        return problems.missingFields();
    }

    /** The files whose compilation crashed; their classes, if any, only have methods that are broken. */
    List<String> crashed() {
        return crashed;
    }

    /** The file that ended everything before code could be generated for any; empty if none did. */
    List<String> stoppedAt() {
        return stoppedAt;
    }

    @Override
    public void compile(ICompilationUnit[] units) {
        ICompilationUnit[] left = units.clone();
        try {
            super.compile(left);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            // The compiler forgets each unit as soon as it has parsed it.
            int next = Arrays.asList(left).lastIndexOf(null);
            CompilationUnitDeclaration completed = lookupEnvironment.unitBeingCompleted;
            stop(completed != null ? completed.getFileName() : units[Math.max(0, next)].getFileName());
        }
    }

    /** A neighbour was parsed for what it declares; its code is nobody's question. */
    @Override
    protected synchronized void addCompilationUnit(ICompilationUnit source, CompilationUnitDeclaration parsed) {
        if ((parsed.bits & ASTNode.IsImplicitUnit) == 0) {
            super.addCompilationUnit(source, parsed);
        }
    }

    @Override
    public void process(CompilationUnitDeclaration unit, int number) {
        lookupEnvironment.unitBeingCompleted = unit;
        try {
            generate(unit);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            crashed.add(new String(unit.getFileName()));
            giveUp(unit);
        }
        problems.forgetUnit();
        lookupEnvironment.unitBeingCompleted = null;
    }

    private void generate(CompilationUnitDeclaration unit) {
        parser.getMethodBodies(unit);
        if (unit.scope != null) {
            unit.scope.faultInTypes();
            unit.scope.verifyMethods(lookupEnvironment.methodVerifier());
        }
        unit.resolve();
        Salvage salvage = Salvage.of(unit, problems::positionsIn);
        problems.tolerateBlankFields(salvage.tookSomething());
        unit.analyseCode();
        writeClasses(unit);
        unit.finalizeProblems();
        broken.addAll(salvage.broken());
    }

    private void writeClasses(CompilationUnitDeclaration unit) {
        MissingSupertypes missing = MissingSupertypes.addTo(unit, lookupEnvironment);
        HeldProblems held = HeldProblems.of(unit.compilationResult);
        try {
            unit.generateCode();
        } finally {
            held.release();
            missing.takeBack();
        }
    }

    /** Class files whose methods only throw still say which methods and fields there are. */
    private void giveUp(CompilationUnitDeclaration unit) {
        unit.ignoreFurtherInvestigation = true;
        unit.compilationResult.compiledTypes.clear();
        try {
            for (TypeDeclaration type : unit.types == null ? new TypeDeclaration[0] : unit.types) {
                type.bits &= ~ASTNode.HasBeenGenerated;
            }
            writeClasses(unit);
            broken.addAll(Salvage.of(unit, none -> Set.of()).broken());
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            unit.compilationResult.compiledTypes.clear();
        }
    }

    /** The compiler would print it; as it throws it again, {@link #compile} meets it. */
    @Override
    protected void handleInternalException(Throwable crash, CompilationUnitDeclaration unit,
            CompilationResult result) {
    }

    @Override
    protected void handleInternalException(AbortCompilation abort, CompilationUnitDeclaration unit) {
        throw abort;
    }

    private void stop(char[] file) {
        stoppedAt.add(new String(file));
    }
}
