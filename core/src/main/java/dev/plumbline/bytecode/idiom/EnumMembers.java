package dev.plumbline.bytecode.idiom;

import org.objectweb.asm.Opcodes;

/** {@code values} and {@code valueOf} of an enum. */
final class EnumMembers implements Idiom {

    @Override
    public void find(Code code) {
        boolean isEnum = (code.type().access & Opcodes.ACC_ENUM) != 0;
        String method = code.method().name + code.method().desc;
        String itself = "L" + code.type().name + ";";
        if (isEnum && (method.equals("values()[" + itself) || method.equals("valueOf(Ljava/lang/String;)" + itself))) {
            code.markAll();
        }
    }
}
