package dev.plumbline.rules.resources;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class ResourceLeakOnPathTest {

    private final RuleTest rule = RuleTest.of(new ResourceLeakOnPath());

    @Test
    void whatIsNeverClosedIsReportedAndNamed() {
        rule.on("""
            import java.io.*;
            import java.nio.file.*;
            import java.util.stream.Stream;
            class Opened {
                int first(File file) throws IOException {
                    InputStream in = new FileInputStream(file); // bug: `in` is never closed
                    return in.read();
                }
                long count(Path folder) throws IOException {
                    Stream<Path> files = Files.list(folder); // bug: `files` is never closed
                    return files.filter(Files::isRegularFile).count();
                }
                byte[] all(String name) throws IOException {
                    return Opened.class.getResourceAsStream(name).readAllBytes(); // bug: `getResourceAsStream` is never
                }
            }
            """);
    }

    @Test
    void aCloseThatAnExceptionSkipsIsNotEnough() {
        rule.on("""
            import java.io.*;
            class Copies {
                void copy(File file, OutputStream out) throws IOException {
                    BufferedReader in = new BufferedReader(new FileReader(file)); // bug: open when `readLine` throws
                    out.write(in.readLine().getBytes());
                    in.close();
                }
                void caught(File file) {
                    try {
                        Writer out = new FileWriter(file); // bug: `out` stays open when `write` throws
                        out.write("x");
                        out.close();
                    } catch (IOException e) {
                        System.err.println(e);
                    }
                }
            }
            """);
    }

    @Test
    void aReturnBeforeTheCloseIsAWayOut() {
        rule.on("""
            import java.io.*;
            import java.util.zip.*;
            class Archives {
                boolean isEmpty(File file, boolean quick) throws IOException {
                    ZipFile zip = new ZipFile(file); // bug: `zip` stays open on the path that leaves in line
                    if (zip.size() == 0) {
                        return true;
                    }
                    zip.close();
                    return false;
                }
            }
            """);
    }

    @Test
    void whatIsClosedOnAllPathsIsFine() {
        rule.on("""
            import java.io.*;
            import java.util.*;
            import java.util.jar.*;
            class Closed {
                Properties read(JarFile jar, JarEntry entry) throws IOException {
                    Properties all = new Properties();
                    try (InputStream in = jar.getInputStream(entry)) { // fine: closed by the statement
                        all.load(in);
                        if (all.isEmpty()) {
                            return new Properties();
                        }
                        return all;
                    }
                }
                int byHand(File file) throws IOException {
                    InputStream in = null;
                    try {
                        in = new FileInputStream(file); // fine: closed in finally when it was opened
                        return in.read();
                    } finally {
                        if (in != null) {
                            in.close();
                        }
                    }
                }
                String byWrapper(File file) throws IOException {
                    FileInputStream in = new FileInputStream(file); // fine: the reader closes what it wraps
                    try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, "UTF-8"))) {
                        return reader.readLine();
                    }
                }
                int byHelper(File file) throws IOException {
                    InputStream in = new FileInputStream(file); // fine: the helper closes it
                    try {
                        return in.read();
                    } finally {
                        quietly(in);
                    }
                }
                private static void quietly(Closeable any) {
                    try {
                        any.close();
                    } catch (IOException ignored) {
                        return;
                    }
                }
            }
            """);
    }

    @Test
    void whoGetsTheResourceHasToCloseIt() {
        rule.on("""
            import java.io.*;
            import java.util.*;
            import java.util.concurrent.*;
            class Handed implements Closeable {
                private final InputStream kept;
                private final List<InputStream> all = new ArrayList<>();
                Handed(File file) throws IOException {
                    kept = new FileInputStream(file); // fine: stored
                }
                InputStream returned(File file) throws IOException {
                    return new BufferedInputStream(new FileInputStream(file)); // fine: returned in its wrapper
                }
                void collected(File file) throws IOException {
                    all.add(new FileInputStream(file)); // fine: kept in a collection
                }
                Callable<Integer> captured(File file) throws IOException {
                    InputStream in = new FileInputStream(file); // fine: captured
                    return () -> {
                        try (in) {
                            return in.read();
                        }
                    };
                }
                int borrower(File file) throws IOException {
                    InputStream in = new FileInputStream(file); // bug: `in` is never closed
                    return first(in);
                }
                private int first(InputStream in) throws IOException {
                    return in.read();
                }
                int fromHelper(File file) throws IOException {
                    InputStream in = returned(file); // bug: `in` is never closed
                    return in.read();
                }
                @Override
                public void close() throws IOException {
                    kept.close();
                }
            }
            """);
    }

    @Test
    void memoryAndStandardStreamsAreFine() {
        rule.on("""
            import java.io.*;
            import java.util.*;
            class Memory {
                int read(byte[] bytes) throws IOException {
                    InputStream in = new ByteArrayInputStream(bytes); // fine: memory
                    return in.read();
                }
                String line() {
                    Scanner in = new Scanner(System.in); // fine: the standard input is not ours to close
                    return in.nextLine();
                }
                void unconnected() throws IOException {
                    java.net.Socket socket = new java.net.Socket(); // fine: the system knows of no socket yet
                    socket.setSoTimeout(10);
                }
            }
            """);
    }

    @Test
    void statementsAndRowsAreClosedWithTheirOwner() {
        rule.on("""
            import java.sql.*;
            class Rows {
                int count(javax.sql.DataSource source) throws SQLException {
                    try (Connection connection = source.getConnection()) {
                        Statement statement = connection.createStatement(); // fine: closed with its connection
                        ResultSet rows = statement.executeQuery("select 1"); // fine: closed with its statement
                        return rows.next() ? rows.getInt(1) : 0;
                    }
                }
                void leak(javax.sql.DataSource source) throws SQLException {
                    Connection connection = source.getConnection(); // bug: open when `createStatement`
                    connection.createStatement().execute("select 1");
                    connection.close();
                }
                void shared(Connection connection) throws SQLException {
                    PreparedStatement update = connection.prepareStatement("update x"); // bug: `update` is never closed
                    update.executeUpdate();
                }
                PreparedStatement prepared(Connection connection, String name) throws SQLException {
                    PreparedStatement update = connection.prepareStatement("update x"); // fine: returned
                    update.setString(1, name);
                    return update;
                }
            }
            """);
    }

    @Test
    void whatOnlyABugWouldThrowIsNoReason() {
        rule.on("""
            import java.io.*;
            class Unlikely {
                void checked(File file, String name) throws IOException {
                    Writer out = new OutputStreamWriter(new FileOutputStream(file), "UTF-8"); // fine: a known encoding
                    if (name == null) {
                        out.close();
                        throw new IllegalArgumentException("name");
                    }
                    name.length();
                    out.close();
                }
                public static void main(String[] args) throws IOException {
                    System.out.println(new FileInputStream(args[0]).read()); // fine: the program ends
                }
                void exits(File file) throws IOException {
                    InputStream in = new FileInputStream(file); // fine: the program ends
                    System.exit(1);
                }
            }
            """);
    }

    @Test
    void aCloseThatThrowsIsAKnownGap() {
        rule.on("""
            import java.io.*;
            class Two {
                void both(File from, File to) throws IOException {
                    InputStream in = new FileInputStream(from); // bug: open when `new FileOutputStream`
                    OutputStream out = new FileOutputStream(to); // missed: `in.close()` can throw
                    try {
                        in.transferTo(out);
                    } finally {
                        in.close();
                        out.close();
                    }
                }
            }
            """);
    }

    @Test
    void itsOwnCloseProvesThatAResourceIsTheMethodsOwn() {
        rule.on("""
            import java.io.*;
            import java.util.*;
            interface Source {
                InputStream stream(String name) throws IOException;
            }
            class Rows {
                private InputStream kept;
                Properties read(Source source) throws IOException {
                    Properties rows = new Properties();
                    InputStream in = source.stream("rows"); // bug: `in` stays open when `load` throws
                    rows.load(in);
                    in.close();
                    return rows;
                }
                int sometimes(Source source, boolean last) throws IOException {
                    InputStream in = source.stream("rows"); // fine: who keeps it otherwise is not known
                    int row = in.read();
                    if (last) {
                        in.close();
                    }
                    return row;
                }
                void closed(Source source) throws IOException {
                    InputStream in = source.stream("rows"); // fine: closed on all ways
                    try {
                        in.read();
                    } finally {
                        in.close();
                    }
                }
                int process(Process process) throws IOException {
                    InputStream in = process.getInputStream(); // fine: ends with its process
                    int first = in.read();
                    in.close();
                    return first;
                }
                void next(Source source) throws IOException {
                    for (String name : List.of("a", "b")) {
                        if (kept != null) {
                            kept.close();
                        }
                        kept = source.stream(name); // fine: stored, and the one before is closed
                    }
                }
            }
            """);
    }

    @Test
    void aClassThatOpensWhatItKeepsIsItselfToBeClosed() {
        rule.on("""
            import java.io.*;
            class Log implements Closeable {
                private final Writer out;
                Log(File file) throws IOException {
                    out = new FileWriter(file); // fine: the object closes it
                }
                void line(String text) throws IOException { out.write(text); }
                @Override public void close() throws IOException { out.close(); }
            }
            class User {
                void leak(File file) throws IOException {
                    Log log = new Log(file); // bug: `log` stays open when `line` throws
                    log.line("x");
                    log.close();
                }
                void fine(File file) throws IOException {
                    try (Log log = new Log(file)) {
                        log.line("x");
                    }
                }
            }
            """);
    }

    @Test
    void aWrapperThatIsNotMadeLeavesItsVariableNull() {
        rule.on("""
            import java.io.*;
            class Wrapped {
                void read(File file) throws IOException {
                    ObjectInputStream in = null;
                    try {
                        in = new ObjectInputStream(new FileInputStream(file)); // bug: when `new ObjectInputStream` throws
                        in.readInt();
                    } finally {
                        if (in != null) {
                            in.close();
                        }
                    }
                }
            }
            """);
    }
}
