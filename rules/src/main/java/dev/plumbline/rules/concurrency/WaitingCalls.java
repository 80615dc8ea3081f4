package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.program.SummaryKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which methods wait without a bound, themselves or through calls, by what the models say of libraries. Lambdas that a
 * method makes are not followed: they may run elsewhere. Equal for one program.
 */
record WaitingCalls(Program program) implements SummaryKind<Waiting> {

    private static final int DEEPEST = 3;
    /** Shorter sleeps are steps of a busy wait, or give way to others. */
    private static final int SHORT_SLEEP = 100;
    private static final List<String> NETWORK = List.of("java/net/", "org/apache/http/", "org/apache/hc/", "okhttp3/",
        "retrofit2/", "org/springframework/web/client/", "feign/", "io/grpc/");
    private static final ClassName QUEUE = ClassName.of("java.util.concurrent.BlockingQueue");
    private static final ClassName OBJECT = ClassName.of("java.lang.Object");
    /** What locks are made of, and look-ups that are mostly answered from a cache. */
    private static final Set<String> NOT_MEANT = Set.of("java/util/concurrent/locks/LockSupport",
        "java/util/concurrent/locks/Condition", "java/net/InetAddress", "javax/naming/Context",
        "javax/naming/InitialContext");

    @Override
    public Waiting bottom() {
        return Waiting.NONE;
    }

    @Override
    public Waiting unknown() {
        return Waiting.NONE;
    }

    @Override
    public Waiting join(Waiting first, Waiting second) {
        return first.orNearer(second);
    }

    @Override
    public Waiting library(MethodRef method, Program owner) {
        boolean blocks = owner.models().facts(method, owner.index()).contains("blocks");
        return blocks && !isBounded(method) && !NOT_MEANT.contains(method.owner().internal())
            ? Waiting.in(method)
            : Waiting.NONE;
    }

    @Override
    public Waiting of(MethodCode method, Function<MethodRef, Waiting> callees) {
        Waiting nearest = Waiting.NONE;
        for (Call call : method.calls()) {
            Waiting waiting = of(call, method, callees);
            if (waiting.isAny() && waiting.calls() < DEEPEST && isToldFurther(waiting)) {
                nearest = nearest.orNearer(waiting.further());
            }
        }
        return nearest;
    }

    /**
     * Sleeping takes its time and the network as long as it likes, whoever calls. Whether a future is done, a latch
     * open or a statement quick, only the method that asks can tell.
     */
    private static boolean isToldFurther(Waiting waiting) {
        return waiting.releases().isEmpty() && waiting.witness()
            .filter(called -> called.name().startsWith("sleep")
                || NETWORK.stream().anyMatch(called.owner().internal()::startsWith))
            .isPresent();
    }

    /** Whether the call of a library waits itself, with a limit or without. */
    boolean waits(Call call, MethodCode method) {
        return !program.owns(call.target().owner()) && !NOT_MEANT.contains(call.target().owner().internal())
            && program.models().facts(call.target(), program.index()).contains("blocks") && !isHarmless(call, method);
    }

    /** What this call waits for, when it is sure to be run. */
    Waiting of(Call call, MethodCode method, Function<MethodRef, Waiting> callees) {
        Waiting waiting = callees.apply(call.target());
        if (!waiting.isAny()) {
            return waiting;
        }
        boolean isDirect = !program.owns(call.target().owner());
        if (!isDirect) {
            return program.calls().targets(call.target()).size() == 1 ? waiting : Waiting.NONE;
        }
        if (waiting.calls() > 0 || isHarmless(call, method)) {
            return Waiting.NONE;
        }
        if (waiting.witness().filter(found -> found.owner().equals(OBJECT)).isEmpty()) {
            return waiting;
        }
        return LockName.of(call.receiver(), method, program).map(waiting::releasing).orElse(Waiting.NONE);
    }

    /** The calls from one that waits to the library's method, that one last. */
    List<Step> chain(MethodCode method, Call call) {
        List<Step> steps = new ArrayList<>(List.of(new Step(method, call)));
        while (program.owns(steps.get(steps.size() - 1).call().target().owner()) && steps.size() <= DEEPEST + 1) {
            Optional<Step> next = program.calls().targets(steps.get(steps.size() - 1).call().target()).stream()
                .flatMap(target -> program.method(target).stream())
                .flatMap(code -> code.calls().stream()
                    .filter(inner -> of(inner, code, this::known).isAny())
                    .min(Comparator.comparing(inner -> of(inner, code, this::known).calls()))
                    .map(inner -> new Step(code, inner)).stream())
                .findFirst();
            if (next.isEmpty()) {
                return List.of();
            }
            steps.add(next.get());
        }
        return steps;
    }

    Waiting known(MethodRef called) {
        return program.summary(this, called);
    }

    /** A call on the way. */
    record Step(MethodCode method, Call call) {
    }

    private static boolean isBounded(MethodRef method) {
        String parameters = method.descriptor().parameterText();
        boolean isTimed = parameters.contains("Ljava/util/concurrent/TimeUnit;")
            || parameters.contains("Ljava/time/Duration;") && !method.name().equals("sleep");
        boolean isInMillis = (method.name().equals("join") || method.name().equals("wait")
            || method.name().equals("select") || method.name().equals("receive")) && parameters.startsWith("(J");
        return isTimed || isInMillis || parameters.endsWith("I)") && method.name().equals("connect");
    }

    private boolean isHarmless(Call call, MethodCode method) {
        return switch (call.name()) {
            case "sleep" -> isShort(call.firstArgument());
            case "put", "putFirst", "putLast" -> isRoomyQueue(call);
            case "get", "join" ->
                isTested(call, method, "isDone") || call.target().owner().simple().contains("Completed");
            case "take", "takeFirst" -> isTested(call, method, "isEmpty") || isTested(call, method, "size");
            case "commit", "rollback" -> call.receiver().isField();
            case "transfer", "awaitTermination" -> true;
            default -> false;
        };
    }

    private static boolean isShort(Origin time) {
        String path = time.path();
        boolean isNumber = path.matches("#\\d{1,9}");
        return isNumber && Integer.parseInt(path.substring(1)) < SHORT_SLEEP;
    }

    /** Most queues are made without a bound, or, in a pool, have room for all there is. */
    private boolean isRoomyQueue(Call call) {
        return program.index().isSubtype(call.target().owner(), QUEUE)
            && !call.target().owner().simple().equals("SynchronousQueue");
    }

    private static boolean isTested(Call call, MethodCode method, String test) {
        return method.calls().stream()
            .filter(other -> other.name().equals(test) && other.site().compareTo(call.site()) < 0)
            .anyMatch(other -> other.receiver().isKnown() && other.receiver().equals(call.receiver()));
    }
}
