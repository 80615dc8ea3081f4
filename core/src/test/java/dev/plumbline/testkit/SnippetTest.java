package dev.plumbline.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SnippetTest {

    @Test
    void isNamedAfterItsPublicTypeInTheFolderOfItsPackage() {
        assertEquals("a/b/Second.java", Snippet.of("package a.b;\nclass First {\n}\npublic class Second {\n}").path());
    }

    @Test
    void isNamedAfterItsFirstTypeWhenNoneIsPublic() {
        assertEquals("First.java", Snippet.of("import java.util.*;\nclass First {\n}\nclass Second {\n}").path());
    }

    @Test
    void everyKindOfTypeCounts() {
        for (String head : new String[] {"enum", "interface", "@interface", "record", "sealed abstract class",
            "non-sealed class", "@Service public final class", "@RequestMapping(\"/x\")\npublic class"}) {
            assertEquals("Thing.java", Snippet.of(head + " Thing {\n}").path(), head);
        }
    }

    @Test
    void nestedTypesDoNotCount() {
        assertEquals("Outer.java", Snippet.of("class Outer {\n    public class Inner {\n    }\n}").path());
    }

    @Test
    void twoCanNotBeTheSameFile() {
        assertThrows(AssertionError.class, () -> Snippet.all("class A {\n}", "class A {\n}"));
    }

    @Test
    void withoutATypeThereIsNoFile() {
        assertThrows(AssertionError.class, () -> Snippet.of("int x = 1;"));
    }
}
