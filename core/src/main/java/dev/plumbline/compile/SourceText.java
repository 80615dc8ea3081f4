package dev.plumbline.compile;

import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.ModuleBinding;

/** A source file as the compiler wants it: a text and the path to name in messages. */
record SourceText(String path, String text) implements ICompilationUnit {

    private static final String SUFFIX = ".java";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Descriptions of modules are no code, and would hide what the module does not read. */
    static boolean holdsTypes(String path) {
        return path.endsWith(SUFFIX) && !name(path).equals("module-info");
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - SUFFIX.length());
    }

    @Override
    public char[] getContents() {
        return (text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text).toCharArray();
    }

    @Override
    public char[] getFileName() {
        return path.toCharArray();
    }

    @Override
    public char[] getMainTypeName() {
        return name(path).toCharArray();
    }

    /** The compiler's word for "whatever the text says". */
    @Override
    public char[][] getPackageName() {
        return null;
    }

    @Override
    public ModuleBinding module(LookupEnvironment environment) {
        return environment.UnNamedModule;
    }
}
