package dev.plumbline.bytecode;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.name.ClassName;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DamagedClassTest {

    private static final ClassName NAME = ClassName.of("A");
    private static final Snippet SNIPPET = Snippet.javac("""
        import java.util.*;
        class A {
            List<String> names = new ArrayList<>();
            int f(String name, long x) {
                synchronized (this) {
                    for (String other : names) {
                        if (other.equals(name)) {
                            try (Scanner in = new Scanner(name)) {
                                x += in.nextInt();
                            } catch (RuntimeException e) {
                                x = 2;
                            } finally {
                                names.clear();
                            }
                        }
                    }
                }
                Runnable run = () -> System.out.println(name);
                return (int) x;
            }
        }
        """);

    @Property(tries = 600)
    void damageIsRefusedOrAnswered(@ForAll @IntRange(min = 0, max = 2000) int at, @ForAll byte value) {
        byte[] bytes = SNIPPET.bytes(NAME);
        bytes[8 + at % (bytes.length - 8)] = value;
        try {
            ClassFile.read(bytes, SNIPPET.index().find(NAME).orElseThrow(), SNIPPET).methods()
                .forEach(DamagedClassTest::askEverything);
        } catch (IllegalArgumentException refused) {
            assertTrue(refused.getMessage().contains("A can not be read"), refused.getMessage());
        }
    }

    @Test
    void aClassOfTheFutureIsRefusedWithASentence() {
        byte[] bytes = SNIPPET.bytes(NAME);
        bytes[7] = 120;
        String message = assertThrows(IllegalArgumentException.class,
            () -> ClassFile.read(bytes, SNIPPET.index().find(NAME).orElseThrow(), SNIPPET)).getMessage();
        assertTrue(message.contains("its version 120 is newer"), message);
    }

    private static void askEverything(MethodCode method) {
        method.calls().forEach(Call::result);
        method.calls().forEach(Call::arguments);
        method.fields().forEach(FieldAccess::value);
        method.lambdas();
        method.exits();
        method.handlers();
        method.branches().forEach(branch -> method.flow().branch(branch.site()));
        for (int at = 0; at < method.size(); at++) {
            Site site = new Site(at);
            method.line(site);
            method.flow().out(site);
            method.flow().dominates(new Site(0), site);
            method.flow().postDominates(site, new Site(0));
            method.origins().display(method.origins().local(site, 1), site);
            method.throwing().at(site);
        }
    }
}
