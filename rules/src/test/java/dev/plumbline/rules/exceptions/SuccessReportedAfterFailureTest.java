package dev.plumbline.rules.exceptions;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class SuccessReportedAfterFailureTest {

    private final RuleTest rule = RuleTest.of(new SuccessReportedAfterFailure());

    @Test
    void successIsSaidByATruthValueAResultOrACaller() {
        rule.on("""
            import java.io.*;
            import java.nio.file.*;
            import java.sql.*;
            class Result {
                static Result success(String text) { return new Result(); }
            }
            class Orders {
                boolean place(Connection c) {
                    try (Statement s = c.createStatement()) {
                        s.executeUpdate("insert into orders values (1)");
                    } catch (SQLException e) { // bug: `place` returns `true` although `Statement.executeUpdate` failed
                        e.printStackTrace();
                    }
                    return true;
                }
                Result export(Path file) {
                    try {
                        Files.writeString(file, "order");
                    } catch (Exception e) { // bug: `export` returns `Result.success` although
                        System.err.println("export failed: " + e.getMessage());
                    }
                    return Result.success("exported");
                }
                String save(Path file) {
                    write(file);
                    return "success";
                }
                private void write(Path file) {
                    try {
                        Files.writeString(file, "order");
                    } catch (IOException e) { // bug: `save` returns `"success"` although `Files.writeString` failed
                        System.err.println("can not write " + file);
                    }
                }
            }
            """);
    }

    @Test
    void failureThatIsReportedIsFine() {
        rule.on("""
            import java.io.*;
            import java.nio.file.*;
            import java.util.*;
            class Reports {
                final List<Path> failed = new ArrayList<>();
                String status;
                boolean says(Path file) {
                    try { Files.writeString(file, "x"); } catch (IOException e) { return false; } // fine: false
                    return true;
                }
                boolean rethrows(Path file) {
                    try { Files.writeString(file, "x"); } catch (IOException e) { // fine: throws
                        throw new UncheckedIOException(e);
                    }
                    return true;
                }
                boolean collects(Path file) {
                    try { Files.writeString(file, "x"); } catch (IOException e) { failed.add(file); } // fine: collected
                    return true;
                }
                boolean marks(Path file) {
                    try { Files.writeString(file, "x"); } catch (IOException e) { status = "FAILED"; } // fine: a field
                    return true;
                }
                boolean counts(List<Path> files) {
                    int bad = 0;
                    for (Path file : files) {
                        try { Files.writeString(file, "x"); } catch (IOException e) { bad++; } // fine: the loop goes on
                    }
                    return true;
                }
                boolean asked(Path file) {
                    boolean done = true;
                    try { Files.writeString(file, "x"); } catch (IOException e) { done = false; } // fine: false
                    return done;
                }
            }
            """);
    }

    @Test
    void bestEffortIsFine() {
        rule.on("""
            import java.io.*;
            import java.nio.file.*;
            class AuditTrail {
                void copy(Path file) throws IOException { Files.writeString(file, "x"); }
            }
            class Efforts {
                private final AuditTrail trail = new AuditTrail();
                boolean audited(Path file) {
                    try { trail.copy(file); } catch (IOException e) { System.err.println(e); } // fine: an audit copy
                    return true;
                }
                boolean deleteAll(Path file) {
                    try { Files.delete(file); } catch (IOException e) { System.err.println(e); } // fine: cleaning up
                    return true;
                }
                boolean notifyCustomer(Path file) {
                    try { Files.writeString(file, "x"); } catch (IOException e) { } // fine: by its name
                    return true;
                }
                boolean commented(Path file) {
                    try { Files.writeString(file, "x"); } catch (IOException e) { // fine: the comment says so
                        // best effort: the next run writes it again
                        System.err.println(e);
                    }
                    return true;
                }
                boolean there(Path folder) {
                    try { Files.createDirectory(folder); } catch (FileAlreadyExistsException e) { // fine: it is there
                        System.err.println("there already");
                    } catch (IOException e) {
                        return false;
                    }
                    return true;
                }
                boolean otherWay(Path file, Path spare) throws IOException {
                    try { Files.writeString(file, "x"); } catch (IOException e) { // fine: written elsewhere
                        Files.writeString(spare, "x");
                    }
                    return true;
                }
            }
            """);
    }

    @Test
    void readsAreNotWrites() {
        rule.on("""
            import java.io.*;
            import java.net.*;
            import java.nio.file.*;
            class Readers {
                boolean load(Path file) {
                    try { Files.readString(file); } catch (IOException e) { } // fine: nothing is lost
                    return true;
                }
                boolean open(URL url) {
                    try { url.openStream().close(); } catch (IOException e) { } // fine: nothing is lost
                    return true;
                }
            }
            """);
    }
}
