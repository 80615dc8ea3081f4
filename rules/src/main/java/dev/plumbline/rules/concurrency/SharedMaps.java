package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import java.util.List;

/**
 * Which calls are on a concurrent map that other threads can reach: one in a field, whose declared type says that it
 * is concurrent, or to which nothing but a new concurrent map is ever written.
 */
final class SharedMaps {

    private static final ClassName CONCURRENT = ClassName.of("java.util.concurrent.ConcurrentMap");
    private static final ClassName HASH = ClassName.of("java.util.concurrent.ConcurrentHashMap");
    private static final Callee MAP = Callee.of("java.util.Map");

    private final MethodCode method;
    private final ClassIndex index;

    SharedMaps(MethodCode method) {
        this.method = method;
        this.index = method.surroundings().index();
    }

    boolean isOne(Call call) {
        if (!MAP.matches(call.target(), index) || !call.receiver().isField()) {
            return false;
        }
        return index.isSubtype(call.target().owner(), CONCURRENT) || holds(call.receiver(), CONCURRENT);
    }

    /** One in which an entry that is being computed blocks its bin. */
    boolean isHashMap(Call call) {
        return MAP.matches(call.target(), index) && call.receiver().isField()
            && (index.isSubtype(call.target().owner(), HASH) || holds(call.receiver(), HASH));
    }

    /** {@code private final Map<K, V> map = new ConcurrentHashMap<>()}. */
    private boolean holds(Origin map, ClassName wanted) {
        String name = map.fieldNames().get(map.fieldNames().size() - 1);
        boolean isOwn = map.base().map(Origin.THIS::equals)
            .orElseGet(() -> map.path().equals("static " + method.ref().owner().internal() + "." + name));
        boolean isHidden = method.type().header().field(name)
            .filter(field -> field.isFinal() || field.isPrivate())
            .isPresent();
        if (!isOwn || !isHidden) {
            return false;
        }
        List<Boolean> writes = method.type().methods().stream()
            .flatMap(writer -> writer.fields().stream()
                .filter(access -> access.isWrite() && access.field().name().equals(name))
                .map(access -> isMade(access.value(), writer, wanted)))
            .toList();
        return !writes.isEmpty() && !writes.contains(false);
    }

    private boolean isMade(Origin value, MethodCode writer, ClassName wanted) {
        return writer.origins().inputs(value).stream().allMatch(input -> writer.constructorOf(input)
            .filter(made -> index.isSubtype(made.target().owner(), wanted))
            .isPresent());
    }
}
