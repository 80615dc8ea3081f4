package dev.plumbline.framework;

import dev.plumbline.index.Annotation;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.program.Program;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The MyBatis mappers that carry no annotation of their own because a {@code @MapperScan} names their package: every
 * interface below it counts as annotated with {@code @Mapper}.
 */
final class ScannedMappers {

    private static final Set<ClassName> SCANS = Set.of(ClassName.of("org.mybatis.spring.annotation.MapperScan"),
        ClassName.of("tk.mybatis.spring.annotation.MapperScan"));
    private static final ClassName MAPPER = ClassName.of("org.apache.ibatis.annotations.Mapper");

    private final List<Pattern> packages;

    private ScannedMappers(List<Pattern> packages) {
        this.packages = packages;
    }

    static ScannedMappers of(Program program) {
        return new ScannedMappers(program.classes()
            .stream()
            .flatMap(type -> program.index()
                .withMeta(type.annotations())
                .stream()
                .flatMap(annotation -> packages(annotation, type)))
            .distinct()
            .map(ScannedMappers::pattern)
            .toList());
    }

    /** A scan that asks for more than a package takes some of its interfaces only, which are annotated then. */
    private static Stream<String> packages(Annotation annotation, ClassHeader on) {
        boolean open = SCANS.contains(annotation.type()) && annotation.value("annotationClass").isEmpty()
            && annotation.value("markerInterface").isEmpty();
        if (!open) {
            return Stream.empty();
        }
        List<String> named = Stream.of(
            annotation.texts("value").stream(),
            annotation.texts("basePackages").stream(),
            annotation.texts("basePackageClasses").stream().map(name -> ClassName.of(name).packageName()))
            .flatMap(names -> names)
            .toList();
        return named.isEmpty() ? Stream.of(on.name().packageName()) : named.stream();
    }

    /** A package and what is below it; {@code *} stands for a part of a name, {@code **} for any number of names. */
    private static Pattern pattern(String packages) {
        StringBuilder regex = new StringBuilder();
        for (String name : packages.split("\\.")) {
            String dot = regex.isEmpty() ? "" : "\\.";
            if (name.equals("**")) {
                regex.append("(").append(dot).append("\\w+)*");
            } else {
                regex.append(dot).append(Pattern.quote(name).replace("*", "\\E\\w*\\Q"));
            }
        }
        return Pattern.compile(regex + "(\\..*)?");
    }

    /** The annotations a type counts as having. */
    List<Annotation> annotations(ClassHeader type) {
        boolean mapper = type.isInterface() && !type.isAnnotation()
            && packages.stream().anyMatch(scanned -> scanned.matcher(type.name().packageName()).matches());
        return mapper
            ? Stream.concat(type.annotations().stream(), Stream.of(new Annotation(MAPPER, Map.of()))).toList()
            : type.annotations();
    }
}
