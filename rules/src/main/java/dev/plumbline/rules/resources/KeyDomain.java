package dev.plumbline.rules.resources;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the keys of a map come from outside and have no end, as names of users and requests do. */
final class KeyDomain {

    private static final Pattern FIRST_ARGUMENT = Pattern.compile("<L([\\w/$]+)");
    private static final Set<String> FINITE = Set.of("java/lang/Class", "java/lang/Boolean", "java/lang/Byte",
        "java/lang/Short", "java/lang/Character", "java/lang/Package", "java/lang/Module", "java/lang/ClassLoader",
        "java/lang/reflect/Method", "java/lang/reflect/Field", "java/lang/reflect/Constructor",
        "java/lang/reflect/Type", "java/lang/reflect/Member", "java/lang/reflect/Executable",
        "java/lang/reflect/AnnotatedElement", "java/lang/reflect/Parameter", "java/util/Locale",
        "java/util/TimeZone", "java/util/Currency", "java/time/ZoneId", "java/nio/charset/Charset");
    private static final Set<String> VALUES = Set.of("java/lang/String", "java/lang/Long", "java/lang/Integer",
        "java/lang/Object", "java/util/UUID", "java/util/List", "java/net/URI", "java/net/URL", "java/math/BigDecimal",
        "java/math/BigInteger", "java/time/LocalDate", "java/time/Instant", "java/time/LocalDateTime");
    /** Parts of names that a program, its configuration or its operators give, not its users. */
    private static final Set<String> FINITE_WORDS = Set.of("class", "clazz", "type", "types", "method", "field",
        "locale", "lang", "language", "charset", "encoding", "zone", "timezone", "currency", "enum", "config",
        "property", "setting", "topic", "queue", "bean", "table", "column", "schema", "datasource", "tenant",
        "plugin", "driver", "provider", "scheme", "protocol", "handler", "listener", "extension", "format", "pattern",
        "template", "metric", "level", "category", "kind", "mode", "role", "region", "country", "unit", "service",
        "annotation", "interface", "constructor", "logger", "cluster", "database", "dialect", "entity",
        "env", "environment", "server", "meta", "node", "instance", "dir", "directory", "registry", "pool", "host",
        "broker", "shard", "partition", "datacenter", "endpoint", "route", "model", "profile", "feature", "flag");
    private static final int DEEPEST = 8;
    private static final int MOST_OPERANDS = 4;

    private final MethodCode method;
    private final ClassIndex index;

    KeyDomain(MethodCode method) {
        this.method = method;
        this.index = method.surroundings().index();
    }

    /** Whether the field is declared to have keys by value, and its name says nothing of their being few. */
    static boolean isOpen(FieldHeader field, ClassIndex index) {
        Matcher key = FIRST_ARGUMENT.matcher(field.signature().orElse(""));
        return key.find() && !hasFiniteName(field.name()) && hasValues(new ClassName(key.group(1)), index);
    }

    /** Whether equal keys are made anew by each request; an object that is its own key is one of few, or is local. */
    private static boolean hasValues(ClassName type, ClassIndex index) {
        return VALUES.contains(type.internal()) || index.find(type)
            .filter(header -> header.isRecord() || header.method("hashCode", new Descriptor("()I")).isPresent())
            .filter(header -> !isFinite(type, index))
            .isPresent() && !type.internal().startsWith("java/");
    }

    private static boolean isFinite(ClassName type, ClassIndex index) {
        return FINITE.contains(type.internal())
            || index.find(type).filter(ClassHeader::isEnum).isPresent();
    }

    /** Whether the key depends on a parameter, and nothing on the way says that there are few of them. */
    boolean isOpen(Origin key, Site at) {
        return dependsOnParameter(key, at, 0) && !hasFiniteName(method.origins().display(key, at));
    }

    private boolean dependsOnParameter(Origin value, Site at, int depth) {
        if (depth > DEEPEST || !value.isKnown() || value.isConstant()) {
            return false;
        }
        Origin root = value.root();
        if (root.argument().isPresent()) {
            String type = method.ref().descriptor().parameters().get(root.argument().getAsInt());
            boolean few = type.length() == 1 && "ZBSC".contains(type)
                || type.startsWith("L") && isFinite(new ClassName(type.substring(1, type.length() - 1)), index)
                || hasFiniteName(method.origins().display(root, at))
                || value.fieldNames().stream().anyMatch(KeyDomain::hasFiniteName);
            return !few;
        }
        if (root.isPhi()) {
            return method.origins().inputs(root).stream().anyMatch(input -> dependsOnParameter(input, at, depth + 1));
        }
        Optional<Site> site = root.site();
        if (site.isEmpty()) {
            return false;
        }
        if (root.is("new")) {
            return method.constructorOf(root).filter(made -> anyDepends(made, depth)
                || isAppendedTo(root, depth)).isPresent();
        }
        Optional<Call> call = method.call(site.get());
        if (call.isPresent()) {
            return !isFiniteCall(call.get()) && anyDepends(call.get(), depth);
        }
        return root.is("op") && operandDepends(site.get(), depth);
    }

    private boolean isFiniteCall(Call call) {
        return isFinite(call.target().owner(), index)
            || call.target().descriptor().result().startsWith("L")
                && isFinite(new ClassName(call.target().descriptor().result().replaceAll("^L|;$", "")), index)
            || hasFiniteName(call.name());
    }

    private boolean anyDepends(Call call, int depth) {
        boolean onIt = call.kind() != Call.Kind.STATIC && !call.target().isConstructor();
        return onIt && dependsOnParameter(call.receiver(), call.site(), depth + 1)
            || call.arguments().stream().anyMatch(argument -> dependsOnParameter(argument, call.site(), depth + 1));
    }

    /** What a builder of text was given. */
    private boolean isAppendedTo(Origin builder, int depth) {
        return method.calls().stream()
            .filter(call -> call.name().equals("append") && call.receiver().equals(builder))
            .anyMatch(call -> call.arguments().stream()
                .anyMatch(argument -> dependsOnParameter(argument, call.site(), depth + 1)));
    }

    private boolean operandDepends(Site site, int depth) {
        for (int operand = 0; operand < MOST_OPERANDS; operand++) {
            if (dependsOnParameter(method.origins().stack(site, operand), site, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasFiniteName(String name) {
        List<String> words = List.of(name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT)
            .split("[^a-z]+"));
        return words.stream().anyMatch(FINITE_WORDS::contains);
    }
}
