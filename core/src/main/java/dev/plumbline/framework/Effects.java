package dev.plumbline.framework;

import dev.plumbline.bytecode.Call;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.DataLine;
import dev.plumbline.program.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which calls reach the outside world, directly or through the program's own methods: {@code effects.txt}. */
public final class Effects {

    private static final String NONE = "NONE";
    private static final MethodLines<Set<Effect>> LINES = MethodLines.of(lines(), Effects::effects);

    private final Program program;
    private final ClassIndex index;
    private final ScannedMappers mappers;
    private final EffectReach reach = new EffectReach(this::direct);
    private final Map<MethodRef, Set<Effect>> direct = new ConcurrentHashMap<>();

    private Effects(Program program) {
        this.program = program;
        this.index = program.index();
        this.mappers = ScannedMappers.of(program);
    }

    public static Effects of(Program program) {
        return new Effects(program);
    }

    /** The lines of the data file. */
    static List<DataLine> lines() {
        return DataLine.read(Effects.class, "effects.txt");
    }

    private static Set<Effect> effects(String word, DataLine line) {
        if (word.equals(NONE)) {
            return Set.of();
        }
        try {
            return EnumSet.copyOf(Arrays.stream(word.split(",")).map(Effect::valueOf).toList());
        } catch (IllegalArgumentException e) {
            throw line.wrong("`" + word + "` is no effect");
        }
    }

    /**
     * What the called method does by what is known of it: annotations on its declaration, else the nearest type that
     * the data file speaks of, else annotations on the type. A method of the program that has code does what its
     * code does, and besides only what the name of its class says.
     */
    public Set<Effect> direct(MethodRef called) {
        return direct.computeIfAbsent(called, this::lookUp);
    }

    /** What a call does, directly or through at most three calls of the program's own methods. */
    public Set<Effect> reached(MethodRef called) {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        effects.addAll(direct(called));
        effects.addAll(program.summary(reach, called).hops().keySet());
        return Collections.unmodifiableSet(effects);
    }

    /** The library method through which a call has an effect, for messages: {@code RestTemplate.getForObject}. */
    public Optional<MethodRef> witness(MethodRef called, Effect effect) {
        return direct(called).contains(effect)
            ? Optional.of(called)
            : Optional.ofNullable(program.summary(reach, called).hops().get(effect)).map(EffectReach.Hop::witness);
    }

    public Set<Effect> reached(Call call) {
        return reached(call.target());
    }

    private Set<Effect> lookUp(MethodRef called) {
        if (called.owner().internal().startsWith("[")) {
            return Set.of();
        }
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        LINES.byConvention(called).forEach(effects::addAll);
        Optional<MethodRef> declared = index.resolve(called);
        if (declared.filter(this::hasOwnCode).isEmpty()) {
            said(called, declared.orElse(called)).forEach(effects::addAll);
        }
        return Collections.unmodifiableSet(effects);
    }

    private boolean hasOwnCode(MethodRef declared) {
        return program.owns(declared.owner()) && header(declared).filter(method -> !method.isAbstract()).isPresent();
    }

    private List<Set<Effect>> said(MethodRef called, MethodRef declared) {
        List<Set<Effect>> byAnnotation = header(declared)
            .map(method -> LINES.ofAnnotations(index.withMeta(method.annotations())))
            .orElse(List.of());
        if (!byAnnotation.isEmpty()) {
            return byAnnotation;
        }
        List<ClassName> types = index.ancestors(called.owner());
        List<Set<Effect>> byType = LINES.nearest(types, called);
        return byType.isEmpty() ? ofAnnotatedTypes(types, called) : byType;
    }

    private List<Set<Effect>> ofAnnotatedTypes(List<ClassName> types, MethodRef called) {
        List<Set<Effect>> said = new ArrayList<>();
        for (ClassName type : types) {
            List<Set<Effect>> here = index.find(type)
                .map(mappers::annotations)
                .filter(annotations -> !annotations.isEmpty())
                .map(annotations -> LINES.ofAnnotatedType(index.withMeta(annotations), called))
                .orElse(List.of());
            said.addAll(here);
        }
        return said;
    }

    private Optional<MethodHeader> header(MethodRef method) {
        return index.find(method.owner()).flatMap(type -> type.method(method.name(), method.descriptor()));
    }
}
