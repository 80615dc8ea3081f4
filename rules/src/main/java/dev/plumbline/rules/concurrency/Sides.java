package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Branch;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Site;

/** Which side of a branch leads to an instruction, without passing the branch again. */
final class Sides {

    private Sides() {
    }

    static boolean onOneSide(MethodCode method, Branch branch, Site act) {
        return leads(method, branch.taken(), act, branch) != leads(method, branch.otherwise(), act, branch);
    }

    /** Only the side of {@code null}, zero or false leads there. */
    static boolean onlyWhenZero(MethodCode method, Branch branch, Site act) {
        return onOneSide(method, branch, act) && leads(method, branch.whenZero(), act, branch);
    }

    private static boolean leads(MethodCode method, Site side, Site act, Branch branch) {
        return side.equals(act)
            || !side.equals(branch.site()) && method.flow().reachesWithout(side, act, branch.site());
    }
}
