package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.name.ClassName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Properties of objects in one method: numbers that are set to what was reckoned from their old value. */
record Properties(MethodCode method) {

    private static final Set<String> NUMBERS = Set.of("I", "J", "D", "F", "S", "Ljava/lang/Integer;",
        "Ljava/lang/Long;", "Ljava/lang/Double;", "Ljava/lang/Float;", "Ljava/lang/Short;", "Ljava/math/BigDecimal;",
        "Ljava/math/BigInteger;");
    private static final int LONGEST_CHAIN = 12;

    /**
     * A number that is set to what was reckoned from its old value.
     *
     * @param owner the object that is changed
     * @param source the object whose old value is used: the same, or a row that the owner is to replace
     * @param name of the property
     * @param type the class of the object
     * @param site where it is set
     * @param read the value that was there before
     */
    record Change(Origin owner, Origin source, String name, ClassName type, Site site, Origin read) {
    }

    /** Whether the call can be one of them; asks for no frames. */
    boolean mayChange(Call call) {
        List<String> parameters = call.target().descriptor().parameters();
        boolean setsNumber = isSetter(call.name()) && parameters.size() == 1 && call.kind() != Call.Kind.STATIC
            && (NUMBERS.contains(parameters.get(0)) || !parameters.get(0).startsWith("Ljava/"));
        return setsNumber && method.calls().stream().anyMatch(get -> isGetter(get.name(), property(call.name())));
    }

    List<Change> changes() {
        Stream<Change> set = method.calls().stream().filter(this::mayChange).flatMap(this::change);
        Stream<Change> written = method.fields().stream()
            .filter(access -> access.isWrite() && !access.isStatic() && NUMBERS.contains(access.field().type()))
            .flatMap(this::change);
        return Stream.concat(set, written).toList();
    }

    private Stream<Change> change(Call set) {
        Origin value = set.firstArgument();
        String property = property(set.name());
        Origin owner = start(set.receiver());
        return new Sums(method).source(value, input -> getter(input, property, owner).isPresent())
            .flatMap(read -> getter(read, property, owner)
                .map(get -> new Change(owner, get.receiver(), property, type(owner, get), set.site(), read)))
            .stream();
    }

    /** The getter names it; in a chain of setters of a class that does not compile only the first one may know it. */
    private ClassName type(Origin owner, Call get) {
        return method.constructorOf(owner).map(made -> made.target().owner()).orElse(get.target().owner());
    }

    private Stream<Change> change(FieldAccess write) {
        Origin owner = write.receiver();
        String name = write.field().name();
        return new Sums(method).source(write.value(), input -> input.equals(write.path()) || input.is("call")
            && getter(input, name).map(Call::receiver).filter(owner::equals).isPresent())
            .map(read -> new Change(owner, owner, name, write.field().owner(), write.site(), read))
            .stream();
    }

    /** Of the object that is set or of the row that this one replaces. */
    private Optional<Call> getter(Origin value, String property, Origin owner) {
        return getter(value, property)
            .filter(get -> start(get.receiver()).equals(owner) || isReplaced(get, owner));
    }

    private Optional<Call> getter(Origin value, String property) {
        return method.calls().stream()
            .filter(call -> call.kind() != Call.Kind.STATIC && call.target().descriptor().parameters().isEmpty()
                && isGetter(call.name(), property))
            .filter(call -> call.result().equals(value) && call.receiver().isKnown())
            .findFirst();
    }

    /** {@code new Cart().setId(cart.getId())}: what is made is to replace the row. */
    private boolean isReplaced(Call get, Origin made) {
        Origin row = get.receiver();
        return made.is("new") && type(made, get).equals(get.target().owner()) && method.calls().stream()
            .filter(call -> call.name().equals("setId") && start(call.receiver()).equals(made))
            .anyMatch(call -> getter(call.firstArgument(), "id").filter(id -> id.receiver().equals(row)).isPresent());
    }

    /** Setters that return their object can be written in a chain. */
    Origin start(Origin object) {
        Origin here = object;
        for (int step = 0; step < LONGEST_CHAIN && here.is("call"); step++) {
            Optional<Call> call = here.site().flatMap(method::call)
                .filter(set -> isSetter(set.name()) && set.kind() != Call.Kind.STATIC);
            if (call.isEmpty()) {
                return here;
            }
            here = call.get().receiver();
        }
        return here;
    }

    private static boolean isSetter(String name) {
        return name.length() > 3 && name.startsWith("set") && Character.isUpperCase(name.charAt(3));
    }

    private static boolean isGetter(String name, String property) {
        String start = name.startsWith("get") ? "get" : name.startsWith("is") ? "is" : "";
        return name.equals(property) || !start.isEmpty() && lower(name.substring(start.length())).equals(property);
    }

    private static String property(String setter) {
        return lower(setter.substring("set".length()));
    }

    private static String lower(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
