package dev.plumbline.bytecode.idiom;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;

/** A {@code switch} over strings: first over their hash, then {@code equals}; in javac then over a number. */
final class StringSwitch implements Idiom {

    @Override
    public void find(Code code) {
        int hash = -1;
        for (int at = 0; at < code.size(); at++) {
            if (Reader.isCall(code.at(at), "hashCode", "()I")) {
                hash = at;
            } else if (code.at(at) instanceof LookupSwitchInsnNode lookup && hash >= 0 && code.real(hash + 1) == at) {
                markCases(code, hash, at, lookup);
            }
        }
    }

    private static void markCases(Code code, int hash, int lookupAt, LookupSwitchInsnNode lookup) {
        List<Reader> cases = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (LabelNode label : lookup.labels) {
            Reader reader = code.read(code.indexOf(label));
            starts.add(code.indexOf(label));
            if (!takeEquals(reader)) {
                return;
            }
            cases.add(reader);
        }
        code.mark(hash, lookupAt + 1);
        for (int index = 0; index < cases.size(); index++) {
            Reader reader = cases.get(index);
            int end = reader.position();
            while (takeEquals(reader)) {
                end = reader.position(); // strings of one hash
            }
            code.mark(starts.get(index), end);
        }
        markSecondSwitch(code, lookup);
    }

    private static boolean takeEquals(Reader reader) {
        boolean compares = reader.take(Opcodes.ALOAD) && reader.take(Opcodes.LDC)
            && reader.takeCall("equals", "(Ljava/lang/Object;)Z");
        if (!compares) {
            return false;
        }
        if (reader.take(Opcodes.IFNE)) {
            reader.take(Opcodes.GOTO); // Eclipse goes to the case
            return true;
        }
        if (!reader.take(Opcodes.IFEQ)) {
            return false;
        }
        boolean numbers = reader.takeNumber() && reader.take(Opcodes.ISTORE);
        reader.take(Opcodes.GOTO);
        return numbers;
    }

    private static void markSecondSwitch(Code code, LookupSwitchInsnNode lookup) {
        int load = code.real(code.indexOf(lookup.dflt));
        int second = code.real(load + 1);
        boolean isSwitch = code.opcode(second) == Opcodes.LOOKUPSWITCH || code.opcode(second) == Opcodes.TABLESWITCH;
        if (isSwitch && code.opcode(load) == Opcodes.ILOAD) {
            code.mark(load, second);
        }
    }
}
