package dev.plumbline.compile;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;

/** The compiler's settings for a release of the language. */
final class Release {

    private static final int OLDEST = 8;
    private static final int MOST_PROBLEMS_OF_A_FILE = 10_000;

    static CompilerOptions options(int release) {
        int newest = Integer.parseInt(CompilerOptions.getLatestVersion());
        int level = Math.max(OLDEST, Math.min(newest, release));
        String version = level == OLDEST ? CompilerOptions.VERSION_1_8 : Integer.toString(level);
        Map<String, String> settings = new HashMap<>();
        settings.put(CompilerOptions.OPTION_Source, version);
        settings.put(CompilerOptions.OPTION_Compliance, version);
        settings.put(CompilerOptions.OPTION_TargetPlatform, version);
        settings.put(CompilerOptions.OPTION_Process_Annotations, CompilerOptions.DISABLED);
        settings.put(CompilerOptions.OPTION_LocalVariableAttribute, CompilerOptions.GENERATE);
        settings.put(CompilerOptions.OPTION_LineNumberAttribute, CompilerOptions.GENERATE);
        settings.put(CompilerOptions.OPTION_SourceFileAttribute, CompilerOptions.GENERATE);
        settings.put(CompilerOptions.OPTION_MethodParametersAttribute, CompilerOptions.GENERATE);
        settings.put(CompilerOptions.OPTION_PreserveUnusedLocal, CompilerOptions.PRESERVE);
        CompilerOptions options = new CompilerOptions(settings);
        options.maxProblemsPerUnit = MOST_PROBLEMS_OF_A_FILE;
        options.analyseResourceLeaks = false;
        options.validateOperandStack = false;
        options.performMethodsFullRecovery = true;
        options.performStatementsRecovery = true;
        return options;
    }

    private Release() {
    }
}
