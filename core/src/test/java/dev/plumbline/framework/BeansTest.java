package dev.plumbline.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.name.ClassName;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class BeansTest {

    private static final String KEPT = "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)";
    private static final String COMPONENT =
        "org.springframework.stereotype; " + KEPT + " public @interface Component {}";
    private static final String SCOPE = "org.springframework.context.annotation; " + KEPT
        + " public @interface Scope { String value() default \"\"; String proxyMode() default \"\"; }";
    private static final String REQUEST_SCOPE = "com.acme; @org.springframework.context.annotation.Scope(\"request\") "
        + KEPT + " public @interface PerRequest {}";
    private static final String BEAN = "org.springframework.context.annotation; public @interface Bean {}";
    private static final String FILTER = "jakarta.servlet; public interface Filter {}";

    @Test
    void aStereotypeIsSharedUnlessItsScopeSaysOtherwise() {
        assertEquals(List.of("Plain", "Proxied", "Refreshed"), shared("""
            import org.springframework.context.annotation.Scope;
            import org.springframework.stereotype.Component;
            @Component class Plain {}
            @Component @Scope(proxyMode = "class") class Proxied {}
            @Component @Scope("refresh") class Refreshed {}
            @Component @Scope("prototype") class Many {}
            @Component @com.acme.PerRequest class Request {}
            class Value {}
            """, COMPONENT, SCOPE, REQUEST_SCOPE));
    }

    @Test
    void aScopedBeanIsABeanAllTheSame() {
        assertEquals(List.of("Many"), beans("""
            @org.springframework.stereotype.Component
            @org.springframework.context.annotation.Scope("prototype") class Many {}
            class Value {}
            """, COMPONENT, SCOPE));
    }

    @Test
    void theAbstractPartOfABeanIsPartOfIt() {
        assertEquals(List.of("Base", "Page"), shared("""
            abstract class Base {}
            @org.springframework.stereotype.Component class Page extends Base {}
            abstract class Other {}
            """, COMPONENT));
    }

    @Test
    void whatABeanMethodMakesIsABean() {
        assertEquals(List.of("Clock", "Remote"), shared("""
            import org.springframework.context.annotation.*;
            interface Client {}
            class Remote implements Client {}
            class Clock {}
            class Session {}
            class Config {
                @Bean Client client() { return new Remote(); }
                @Bean Clock clock() { return null; }
                @Bean @Scope("session") Session session() { return new Session(); }
                Object other() { return new Object(); }
            }
            """, BEAN, SCOPE));
    }

    @Test
    void aFilterIsMadeOnceWhateverItIsAnnotatedWith() {
        assertEquals(List.of("Gate"), shared("""
            class Gate implements jakarta.servlet.Filter {}
            """, FILTER));
    }

    private static List<String> shared(String source, String... libraries) {
        return which(Beans::isSingleton, source, libraries);
    }

    private static List<String> beans(String source, String... libraries) {
        return which(Beans::isBean, source, libraries);
    }

    private static List<String> which(BiPredicate<Beans, ClassName> asked, String source, String... libraries) {
        try (Sample sample = Sample.of(source, libraries)) {
            Beans beans = Beans.of(sample.program());
            return sample.program()
                .classes()
                .stream()
                .map(type -> type.name())
                .filter(name -> asked.test(beans, name))
                .map(ClassName::simple)
                .toList();
        }
    }
}
