package dev.plumbline.index;

import dev.plumbline.name.ClassName;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Makes headers of class files. */
final class HeaderReader {

    /** The newest class file version that is understood: the one after the newest Java release. */
    static final int NEWEST = Opcodes.V28;

    private static final int MAGIC = 0xCAFEBABE;
    private static final int BEFORE_CONSTANTS = 10;
    private static final int JAVA_1 = 44;

    /** The bytes are no class file, or one of another class. */
    static final class Corrupt extends Exception {

        private static final long serialVersionUID = 1;

        Corrupt(String message) {
            super(message);
        }
    }

    /** The class was compiled for a release that is not known yet. */
    static final class FutureVersion extends Exception {

        private static final long serialVersionUID = 1;

        FutureVersion(int version) {
            super("of Java " + (version - JAVA_1) + " (version " + version + "), the newest that is read is"
                + " Java " + (NEWEST - JAVA_1) + "; compile with --release " + (NEWEST - JAVA_1)
                + " or lower, or use a newer Plumbline");
        }
    }

    static ClassHeader read(ClassName name, byte[] bytes) throws Corrupt, FutureVersion {
        if (bytes.length < BEFORE_CONSTANTS) {
            throw new Corrupt("it is too short");
        }
        if ((number(bytes, 0) << 16 | number(bytes, 2)) != MAGIC) {
            throw new Corrupt("it does not start as a class file does");
        }
        if (number(bytes, 6) > NEWEST) {
            throw new FutureVersion(number(bytes, 6));
        }
        ClassHeader header = parse(bytes);
        if (!header.name().equals(name)) {
            throw new Corrupt("it says it is the class " + header.name());
        }
        if (header.superclass().isEmpty() && !name.equals(ClassName.OBJECT)) {
            throw new Corrupt("it has no superclass");
        }
        return header;
    }

    private static ClassHeader parse(byte[] bytes) throws Corrupt {
        try {
            HeaderVisitor visitor = new HeaderVisitor();
            new ClassReader(bytes).accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
            return visitor.header();
        } catch (RuntimeException | StackOverflowError e) {
            // ASM trusts what it reads: a wrong offset or length surfaces as any unchecked exception, and
            // annotations that are nested without end as an overflow.
            throw new Corrupt("it can not be parsed (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private HeaderReader() {
    }
}
