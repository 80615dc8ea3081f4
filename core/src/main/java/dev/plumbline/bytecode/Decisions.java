package dev.plumbline.bytecode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Which branches are decided by the result of a call, and what then runs on one side only. The result is followed
 * through comparisons, arithmetic, {@code instanceof} and a boolean variable that was set by branching on it.
 */
final class Decisions {

    private static final int DEEPEST = 4;

    private final MethodCode method;
    private final Flow flow;
    private final Origins origins;

    Decisions(MethodCode method) {
        this.method = method;
        this.flow = method.flow();
        this.origins = method.origins();
    }

    boolean decides(Call check, Call act) {
        Origin result = origins.made(check.site());
        if (!result.isKnown() || check.site().equals(act.site())) {
            return false;
        }
        return method.branches().stream()
            .filter(branch -> isAbout(branch, result))
            .filter(branch -> flow.dominates(check.site(), branch.site()))
            .anyMatch(branch -> runsOnOneSide(branch, act.site()));
    }

    private boolean runsOnOneSide(Branch branch, Site act) {
        return leadsTo(branch.taken(), act, branch.site()) != leadsTo(branch.otherwise(), act, branch.site());
    }

    private boolean leadsTo(Site side, Site act, Site without) {
        return side.equals(act) || !side.equals(without) && flow.reachesWithout(side, act, without);
    }

    private boolean isAbout(Branch branch, Origin result) {
        return tests(branch, result) || isPhi(branch) && isSetBy(branch.tested(), result);
    }

    private boolean tests(Branch branch, Origin result) {
        return comesFrom(branch.tested(), result, DEEPEST) || comesFrom(branch.against(), result, DEEPEST);
    }

    private static boolean isPhi(Branch branch) {
        return branch.tested().isPhi() && branch.against().path().equals("#0");
    }

    /** {@code boolean absent = map.get(key) == null}: zero and one meet where a branch on the result chose. */
    private boolean isSetBy(Origin phi, Origin result) {
        List<Origin> inputs = origins.inputs(phi);
        Set<String> bits = new HashSet<>();
        inputs.forEach(input -> bits.add(input.path()));
        Site join = phi.renewedAt().orElse(Flow.EXIT);
        return bits.equals(Set.of("#0", "#1")) && method.branches().stream()
            .filter(branch -> tests(branch, result))
            .anyMatch(branch -> flow.dominates(branch.site(), join) && !branch.site().equals(join)
                && leadsTo(branch.taken(), join, branch.site())
                && leadsTo(branch.otherwise(), join, branch.site()));
    }

    private boolean comesFrom(Origin value, Origin result, int depth) {
        if (value.equals(result)) {
            return true;
        }
        if (depth == 0 || !value.is("op")) {
            return value.isPhi() && origins.inputs(value).contains(result);
        }
        Site site = value.site().orElseThrow();
        for (int operand = 0; operand < operands(site); operand++) {
            if (comesFrom(origins.stack(site, operand), result, depth - 1)) {
                return true;
            }
        }
        return false;
    }

    /** How many values an operation takes: comparisons and arithmetic two, {@code instanceof} and the like one. */
    private int operands(Site site) {
        int opcode = method.shape().at(site.index()).getOpcode();
        boolean isArithmetic = opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR;
        boolean isNegation = opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG;
        boolean isComparison = opcode >= Opcodes.LCMP && opcode <= Opcodes.DCMPG;
        if (isComparison || isArithmetic && !isNegation) {
            return 2;
        }
        boolean isConversion = opcode >= Opcodes.I2L && opcode <= Opcodes.I2S;
        return isNegation || isConversion || opcode == Opcodes.INSTANCEOF || opcode == Opcodes.ARRAYLENGTH ? 1 : 0;
    }
}
