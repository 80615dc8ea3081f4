package dev.plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the compiled classes against the table of floors and the house rules. */
class ArchitectureTest {

    private static final String ROOT = "dev.plumbline.";

    /** A package may use the packages of lower floors only; its subpackages live on its floor. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
        Map.entry("finding", 0), Map.entry("name", 0),
        Map.entry("index", 1), Map.entry("source", 1), Map.entry("project", 1), Map.entry("compile", 1),
        Map.entry("revision", 1), Map.entry("verdict", 1),
        Map.entry("bytecode", 2),
        Map.entry("program", 3),
        Map.entry("framework", 4),
        Map.entry("sharing", 5),
        Map.entry("rule", 6),
        Map.entry("settings", 7),
        Map.entry("engine", 8),
        Map.entry("report", 9), Map.entry("testkit", 9), Map.entry("history", 9), Map.entry("sarif", 9));

    /** Which packages may touch which library; a library that is not here may not be touched at all. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
        "com.github.javaparser.", Set.of("source", "program"),
        "org.objectweb.asm.", Set.of("index", "bytecode"),
        "org.eclipse.jdt.", Set.of("compile"),
        "org.eclipse.jgit.", Set.of("revision"),
        "org.apache.commons.statistics.", Set.of("verdict"),
        "com.fasterxml.jackson.", Set.of("report", "sarif"),
        "org.snakeyaml.engine.", Set.of("settings"),
        "org.apache.maven.", Set.of("project.maven"),
        "org.codehaus.plexus.", Set.of("project.maven"),
        "org.eclipse.aether.", Set.of("project.maven"));

    /** What answers differently in another locale, time zone, charset or run. */
    private static final Set<String> NOT_DETERMINISTIC = Set.of(
        "java.lang.String.toLowerCase()", "java.lang.String.toUpperCase()", "java.lang.String.getBytes()",
        "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
        "java.lang.String.formatted([Ljava.lang.Object;)",
        "java.lang.String.<init>([B)", "java.lang.Math.random()", "java.lang.System.currentTimeMillis()",
        "java.lang.System.identityHashCode(java.lang.Object)");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void everyPackageHasAFloorAndSaysSo() throws IOException {
        for (String name : packages()) {
            String room = room(name);
            assertTrue(FLOORS.containsKey(room), name + " has no floor; give it a line in the table");
            Path info = Path.of("src/main/java", name.replace('.', '/'), "package-info.java");
            assertTrue(Files.readString(info).contains("Floor " + FLOORS.get(room)),
                info + " does not say that it is on floor " + FLOORS.get(room));
        }
    }

    @Test
    void packagesUseLowerFloorsOnly() {
        assertNone(dependencies()
            .filter(use -> isOurs(element(use)))
            .filter(use -> !room(use.getOriginClass()).equals(room(element(use))))
            .filter(use -> floor(use.getOriginClass()) <= floor(element(use)))
            .map(Dependency::getDescription));
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices().matching("dev.plumbline.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void eachLibraryIsTouchedInItsPackagesOnly() {
        assertNone(dependencies()
            .filter(use -> isThirdParty(element(use)))
            .filter(use -> LIBRARIES.entrySet().stream()
                .filter(library -> element(use).getName().startsWith(library.getKey()))
                .noneMatch(library -> library.getValue().stream().anyMatch(livesIn(use.getOriginClass()))))
            .map(Dependency::getDescription));
    }

    @Test
    void aNameSaysWhatAClassIs() {
        assertNone(CLASSES.stream()
            .map(JavaClass::getSimpleName)
            .filter(name -> name.matches(".*(Utils?|Helper|Manager|Impl)|(Abstract|Base)[A-Z].*|I[A-Z][a-z].*")));
    }

    @Test
    void classesAreFinalOrSealed() {
        assertNone(CLASSES.stream()
            .filter(type -> !type.isInterface() && !type.isEnum() && !type.isRecord() && !type.isAnonymousClass())
            .filter(type -> !type.getModifiers().contains(JavaModifier.FINAL) && !type.reflect().isSealed())
            .map(JavaClass::getName));
    }

    @Test
    void nothingStaticChanges() {
        assertNone(CLASSES.stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
            .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL)
                || field.getRawType().isAssignableTo(ThreadLocal.class))
            .map(JavaField::getFullName));
    }

    @Test
    void valuesHaveNoSetters() {
        assertNone(CLASSES.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.getName().matches("set[A-Z].*"))
            .map(method -> method.getFullName()));
    }

    @Test
    void answersDoNotDependOnLocaleCharsetOrClock() {
        assertNone(CLASSES.stream()
            .flatMap(type -> type.getAccessesFromSelf().stream())
            .filter(use -> NOT_DETERMINISTIC.contains(use.getTarget().getFullName())
                || use.getTarget().getName().equals("now") && use.getTargetOwner().getPackageName().equals("java.time"))
            .map(use -> use.getDescription()));
    }

    private static Stream<Dependency> dependencies() {
        return CLASSES.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static Set<String> packages() {
        return CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is used; for an array the type of its elements. */
    private static JavaClass element(Dependency use) {
        return use.getTargetClass().getBaseComponentType();
    }

    private static boolean isOurs(JavaClass type) {
        return type.getName().startsWith(ROOT);
    }

    private static boolean isThirdParty(JavaClass type) {
        return !isOurs(type) && !type.isPrimitive() && !type.getName().matches("(java|javax)\\..*");
    }

    private static Predicate<String> livesIn(JavaClass type) {
        return home -> (type.getPackageName() + ".").startsWith(ROOT + home + ".");
    }

    private static int floor(JavaClass type) {
        return FLOORS.getOrDefault(room(type), -1);
    }

    private static String room(JavaClass type) {
        return room(type.getPackageName());
    }

    /** {@code project} for {@code dev.plumbline.project.maven}. */
    private static String room(String packageName) {
        return packageName.substring(ROOT.length()).replaceFirst("\\..*", "");
    }

    private static void assertNone(Stream<String> breaches) {
        assertEquals("", breaches.distinct().sorted().collect(Collectors.joining("\n")));
    }
}
