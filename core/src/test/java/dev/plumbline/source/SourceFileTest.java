package dev.plumbline.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SourceFileTest {

    private static final Path PATH = Path.of("src", "A.java");

    @Test
    void everyKindOfLineEndEndsALine() {
        SourceFile source = of("class A {\r\n\r  int a;\n}");
        assertEquals(4, source.lines());
        assertEquals(List.of("class A {", "", "  int a;", "}", ""),
            IntStream.rangeClosed(1, 5).mapToObj(source::line).toList());
    }

    @Test
    void aWordIsFoundWhole() {
        SourceFile source = of("class A { int getter = get(); }");
        assertEquals(new Place(PATH, 1, 24, 1, 27), source.place(1, "get"));
    }

    @Test
    void aWordThatIsNotThereGivesTheLineWithoutMargins() {
        SourceFile source = of("class A {\n    int a;  \n}\n");
        assertEquals(new Place(PATH, 2, 5, 2, 11), source.place(2, "b"));
        assertEquals(new Place(PATH, 3, 1, 3, 2), source.place(99, "b"));
        assertEquals(new Place(PATH, 1, 1, 1, 10), source.place(0, ""));
    }

    @Test
    void nodesOfATypeComeInDocumentOrder() {
        SourceFile source = of("class A { Object a = b(c(), \"d\").e(); int f = g(); }");
        assertEquals(List.of("e", "b", "c", "g"),
            source.all(MethodCallExpr.class).stream().map(MethodCallExpr::getNameAsString).toList());
        assertTrue(source.all(Node.class).size() > 20);
        assertEquals(new Place(PATH, 1, 29, 1, 32), source.place(source.all(StringLiteralExpr.class).get(0)));
    }

    @Test
    void wordsOfNewerJavaAreUnderstoodAndNamesOfOlderJavaAsWell() {
        assertEquals(2, of("""
            class A { int b(int c) { return switch (c) {
                case 1 -> { if (c > 0) { yield 2; } yield 3; }
                default -> 4;
            }; } }
            """).all(YieldStmt.class).size());
        assertTrue(of("class A { int yield; void b() { yield++; yield = 1; } }").tree().isPresent());
        assertTrue(of("class A { int \\u0061b; }").tree().isPresent());
    }

    @Test
    void aFileThatDoesNotParseSaysWhere() {
        SourceFile source = of("class A {\n    void b() { int = ; }\n}\n");
        assertTrue(source.tree().isEmpty());
        assertEquals(List.of(), source.all(CompilationUnit.class));
        Notice notice = source.notices().get(0);
        assertEquals("unparsable-source", notice.kind());
        assertTrue(notice.message().startsWith("src/A.java does not parse in line 2; "), notice.message());
    }

    @Test
    void bytesThatAreNotUtf8AreReadAndNoted() {
        byte[] latin = "class A { String b = \"\u00e9\"; }".getBytes(StandardCharsets.ISO_8859_1);
        SourceFile source = SourceFile.of(PATH, latin);
        assertEquals("\uFFFD", source.all(StringLiteralExpr.class).get(0).asString());
        assertEquals(List.of("invalid-utf8"), source.notices().stream().map(Notice::kind).toList());
        assertEquals(List.of(), of("class A { String b = \"\uFFFD\"; }").notices());
    }

    @Test
    void aByteOrderMarkIsNoText() {
        SourceFile source = of("\uFEFFclass A { }");
        assertEquals("class A { }", source.text());
        assertTrue(source.tree().isPresent());
    }

    @Test
    void aLineOfFiftyMegabytesIsNotParsed() {
        SourceFile source = of("class A { int a = " + "1 + ".repeat(12_500_000) + "1; }");
        assertTrue(source.tree().isEmpty());
        assertEquals("oversized-source", source.notices().get(0).kind());
        assertEquals(1, source.lines());
        assertEquals(Outline.of("class A { int a; }").types(), Outline.of(source.text()).types());
    }

    @Test
    void deepNestingIsANoticeAndDeepChainsAreNot() {
        SourceFile deep = of("class A { int a = " + "(".repeat(50_000) + "1" + ")".repeat(50_000) + "; }");
        assertTrue(deep.tree().isEmpty());
        assertTrue(deep.notices().get(0).message().contains("too deeply"), deep.notices()::toString);
        String chain = IntStream.range(0, 5_000)
            .mapToObj(i -> "\"" + i + "\"")
            .collect(Collectors.joining(" + "));
        assertEquals(5_000, of("class A { String a = " + chain + "; }").all(StringLiteralExpr.class).size());
    }

    @Property(tries = 200)
    void anyBytesGiveTextAndNotices(@ForAll byte[] bytes, @ForAll int line, @ForAll String word) {
        SourceFile source = SourceFile.of(PATH, bytes);
        assertTrue(source.tree().isPresent() || !source.notices().isEmpty());
        Place place = source.place(line, word);
        assertTrue(place.column() >= 1 && place.endColumn() >= place.column());
        Outline.of(source.text());
        Suppressions.in(source);
    }

    private static SourceFile of(String text) {
        return SourceFile.of(PATH, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void enumsInsideMethodsAreLeftOutAndNothingElse() {
        String text = """
            class A {
                String m(int n) {
                    enum Unit { DAY("}"), HOUR { public String toString() { return "{"; } }; Unit(String... s) {} }
                    interface Named { String name(); } // }
                    return Unit.DAY.name() + "here";
                }
            }
            """;
        SourceFile file = SourceFile.of(Path.of("src/A.java"), text.getBytes(StandardCharsets.UTF_8));
        assertEquals(1, file.all(StringLiteralExpr.class).size());
        assertEquals(5, file.place(file.all(StringLiteralExpr.class).get(0)).line());
        assertEquals(List.of("local-enum"), file.notices().stream().map(Notice::kind).toList());
    }
}
