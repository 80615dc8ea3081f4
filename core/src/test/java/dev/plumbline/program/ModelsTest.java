package dev.plumbline.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.Jdk;
import dev.plumbline.name.MethodRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelsTest {

    private static final ClassIndex JDK = ClassIndex.over(List.of(), Jdk.running());
    private static final Models SHIPPED = Models.shipped();

    @Test
    void everyNameOfTheRuntimeIsThere() {
        assertEquals(List.of(), NamesOfTheJdk.unknown(Models.lines(), Models.class));
    }

    @Test
    void aLineAboutATypeHoldsForItsSubtypes() {
        assertEquals(List.of("acquires this", "nothrow"),
            facts("java.util.concurrent.locks.ReentrantLock", "lock", "()V"));
    }

    @Test
    void theNearestTypeDecidesForEachSubjectByItself() {
        assertEquals(List.of("acquires this shared", "nothrow"),
            facts("java.util.concurrent.locks.ReentrantReadWriteLock$ReadLock", "lock", "()V"));
    }

    @Test
    void parametersBeatNamesAlone() {
        assertEquals(List.of("returns nonnull", "nothrow"),
            facts("java.lang.Integer", "valueOf", "(I)Ljava/lang/Integer;"));
        assertEquals(List.of("returns nonnull", "throws java.lang.NumberFormatException"),
            facts("java.lang.Integer", "valueOf", "(Ljava/lang/String;)Ljava/lang/Integer;"));
    }

    @Test
    void aConstructorInheritsWhatItsSuperclassOpensAndNothingElse() {
        assertEquals(List.of("opens"), facts("java.util.jar.JarFile", "<init>", "(Ljava/lang/String;)V"));
        assertEquals(List.of(), facts("java.util.ServiceConfigurationError", "<init>", "(Ljava/lang/String;)V"));
    }

    @Test
    void aStatementIsClosedWithItsConnection() {
        assertEquals(List.of("opens", "within this"),
            facts("java.sql.Connection", "prepareStatement", "(Ljava/lang/String;)Ljava/sql/PreparedStatement;"));
    }

    @Test
    void nothingIsSaidOfWhatRunsForeignCode() {
        assertEquals(List.of(), facts("java.util.HashMap", "forEach", "(Ljava/util/function/BiConsumer;)V"));
    }

    @Test
    void aTypeThatIsNotOnTheClassPathIsKnownByItsOwnLines() {
        assertEquals(List.of("blocks", "opens"), facts("okhttp3.Call", "execute", "()Lokhttp3/Response;"));
    }

    @Test
    void aMistakeInALineNamesFileAndLine() {
        IllegalArgumentException mistake = assertThrows(IllegalArgumentException.class,
            () -> Models.of(DataLine.parse("my.txt", "# mine\na.B#c() explodes\n")));
        assertEquals("my.txt:2: `explodes` is no fact: a.B#c() explodes", mistake.getMessage());
    }

    @Test
    void bracesStandForSeveralLines() {
        assertEquals(List.of("javax.A#b nothrow", "jakarta.A#b nothrow"),
            DataLine.parse("my.txt", "{javax,jakarta}.A#b nothrow # both").stream().map(DataLine::text).toList());
    }

    private static List<String> facts(String owner, String name, String descriptor) {
        return SHIPPED.facts(MethodRef.of(owner, name, descriptor), JDK);
    }
}
