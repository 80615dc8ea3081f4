package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.index.Annotation;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which calls read a row of a database into an object and which write the whole object back: Spring Data, JPA,
 * Hibernate, MyBatis with its generators, and what programs call their own repositories and mappers. Reads that lock
 * the row are none.
 */
record Rows(Program program) {

    private static final ClassName SPRING_DATA = ClassName.of("org.springframework.data.repository.Repository");
    private static final Pattern STORES = Pattern.compile(".*(Repository|Repo|Dao|DAO|Mapper)[A-Z]?");
    private static final Set<String> SESSIONS = Set.of("EntityManager", "Session", "HibernateTemplate",
        "HibernateOperations");
    private static final Set<String> GENERIC_SERVICES = Set.of("IService", "ServiceImpl");
    private static final Pattern READS = Pattern.compile("(find|get|load|select|query|fetch|read)([A-Z]\\w*)?");
    private static final Pattern LOCKS = Pattern.compile("(?i).*(forupdate|withlock|locked|andlock|pessimistic).*");
    private static final Set<String> WRITES = Set.of("save", "saveAndFlush", "saveAll", "saveAllAndFlush", "update",
        "updateById", "updateByPrimaryKey", "updateByPrimaryKeySelective", "saveOrUpdate", "merge", "persist",
        "insertOrUpdate", "updateBatchById", "updateBatch");
    private static final Set<String> SERVICE_READS = Set.of("getById", "getOne", "selectById", "selectOne");
    private static final Set<String> SERVICE_WRITES = Set.of("updateById", "saveOrUpdate", "updateBatchById");
    private static final Set<String> GENERIC = Set.of("Ljava/lang/Object;", "Ljava/lang/Iterable;");
    private static final Set<String> QUERIES = Set.of("Query", "NativeQuery", "Select", "NamedQuery");

    /** Compared before anything else is asked. */
    static boolean mayRead(Call call) {
        return READS.matcher(call.name()).matches();
    }

    /** Whether a class can have to do with rows: it has a field that reads them, or inherits from what does. */
    boolean mayBeIn(ClassHeader type) {
        return type.superclass().map(ClassName::simple).filter(GENERIC_SERVICES::contains).isPresent()
            || type.fields().stream().map(FieldHeader::type)
                .filter(field -> !field.startsWith("Ljava/"))
                .anyMatch(field -> Descriptor.classIn(field).filter(this::mayRead).isPresent());
    }

    private boolean mayRead(ClassName type) {
        return SESSIONS.contains(type.simple()) || type.simple().endsWith("Service")
            || STORES.matcher(type.simple()).matches() || program.index().isSubtype(type, SPRING_DATA);
    }

    boolean reads(Call call) {
        if (!mayRead(call) || LOCKS.matcher(call.name()).matches() || takesLock(call)) {
            return false;
        }
        String result = call.target().descriptor().result();
        boolean isObject = result.startsWith("L") && (!result.startsWith("Ljava/lang/") || GENERIC.contains(result));
        return isObject && (isStore(call) || isService(call) && SERVICE_READS.contains(call.name()))
            && declaration(call).filter(this::locks).isEmpty();
    }

    /** Whether the call writes what its first argument holds. */
    boolean writes(Call call) {
        if (!WRITES.contains(call.name()) || call.target().descriptor().parameters().isEmpty()) {
            return false;
        }
        boolean isConditional = call.target().descriptor().parameters().size() > 1 && !call.name().equals("merge");
        return !isConditional
            && (isStore(call) || isService(call) && SERVICE_WRITES.contains(call.name()));
    }

    /** Whether JPA or Hibernate writes what is changed in the object when the transaction ends. */
    boolean isManaged(Call read, ClassName type) {
        ClassName owner = read.target().owner();
        return (program.index().isSubtype(owner, SPRING_DATA) || SESSIONS.contains(owner.simple()))
            && annotations(type).anyMatch(annotation -> annotation.type().simple().equals("Entity"));
    }

    /** Whether the class is known with all it inherits, and nothing in it counts versions. */
    boolean isUnversioned(ClassName type) {
        ClassIndex index = program.index();
        Optional<ClassHeader> next = index.find(type);
        while (next.isPresent()) {
            ClassHeader header = next.get();
            boolean isVersioned = header.fields().stream().anyMatch(field -> isVersion(field.name())
                || field.annotations().stream().anyMatch(annotation -> annotation.type().simple().equals("Version")))
                || header.methods().stream().anyMatch(method -> isVersion(method.name())
                    || has(method.annotations(), "Version"))
                || has(header.annotations(), "OptimisticLocking");
            if (isVersioned) {
                return false;
            }
            Optional<ClassName> parent = header.superclass().filter(name -> !name.equals(ClassName.OBJECT));
            if (parent.isEmpty()) {
                return true;
            }
            next = index.find(parent.get());
        }
        return false;
    }

    private static boolean isVersion(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("version") || lower.endsWith("revision");
    }

    private Stream<Annotation> annotations(ClassName type) {
        return program.index().find(type).stream().flatMap(header -> header.annotations().stream());
    }

    private static boolean has(List<Annotation> annotations, String simple) {
        return annotations.stream().anyMatch(annotation -> annotation.type().simple().equals(simple));
    }

    /** A repository, mapper or session; one whose method has code in the program is known by what the code does. */
    private boolean isStore(Call call) {
        ClassName owner = call.target().owner();
        if (SESSIONS.contains(owner.simple()) || program.index().isSubtype(owner, SPRING_DATA)) {
            return true;
        }
        return STORES.matcher(owner.simple()).matches() && !hasCode(call);
    }

    /** A service that inherits its reads and writes from MyBatis-Plus. */
    private boolean isService(Call call) {
        ClassName owner = call.target().owner();
        return !hasCode(call) && (GENERIC_SERVICES.contains(owner.simple())
            || program.owns(owner) && (!program.index().isComplete(owner) || program.index().ancestors(owner).stream()
                .anyMatch(type -> GENERIC_SERVICES.contains(type.simple()))));
    }

    private boolean hasCode(Call call) {
        return !program.calls().targets(call.target()).isEmpty();
    }

    private static boolean takesLock(Call call) {
        return call.target().descriptor().parameters().stream().anyMatch(type -> type.contains("Lock"));
    }

    private Optional<MethodHeader> declaration(Call call) {
        return program.index().resolve(call.target())
            .flatMap((MethodRef ref) -> program.index().find(ref.owner())
                .flatMap(header -> header.method(ref.name(), ref.descriptor())));
    }

    private boolean locks(MethodHeader method) {
        return has(method.annotations(), "Lock") || method.annotations().stream()
            .filter(annotation -> QUERIES.contains(annotation.type().simple()))
            .flatMap(annotation -> annotation.texts("value").stream())
            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("for update"));
    }
}
