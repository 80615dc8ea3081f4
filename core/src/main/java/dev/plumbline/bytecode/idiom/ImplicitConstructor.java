package dev.plumbline.bytecode.idiom;

import org.objectweb.asm.Opcodes;

/** A constructor that only calls the one above, or what every constructor of an enum does first. */
final class ImplicitConstructor implements Idiom {

    @Override
    public void find(Code code) {
        Reader reader = code.read(0);
        if (!code.method().name.equals("<init>") || !reader.take(Opcodes.ALOAD, 0)) {
            return;
        }
        if (code.method().desc.equals("(Ljava/lang/String;I)V")) {
            reader.take(Opcodes.ALOAD, 1);
            reader.take(Opcodes.ILOAD, 2);
        }
        if (reader.take(Opcodes.INVOKESPECIAL) && reader.take(Opcodes.RETURN)) {
            code.markAll();
        }
    }
}
