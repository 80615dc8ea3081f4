package dev.plumbline.finding;

/** What a source file was analysed with, best first. */
public enum Rung {
    /** Class files that match the source. */
    COMPILED,
    /** Compiled in memory, because no class files were found or they were stale. */
    COMPILED_IN_MEMORY,
    /** The text alone; rules that need bytecode did not see the file. */
    SOURCE_ONLY
}
