package dev.plumbline.rules.exceptions;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class CauseDroppedTest {

    private final RuleTest rule = RuleTest.of(new CauseDropped());

    @Test
    void textOfTheCauseAloneIsNotTheCause() {
        rule.on("""
            import java.sql.*;
            class Accounts {
                void message(Connection c) {
                    try {
                        c.commit();
                    } catch (SQLException e) {
                        throw new IllegalStateException("commit: " + e.getMessage()); // bug: only its text goes on
                    }
                }
                void wholeText(Connection c) {
                    try {
                        c.commit();
                    } catch (Exception e) {
                        System.err.println("commit failed");
                        throw new RuntimeException(String.format("commit: %s", e)); // bug: without `e` as its cause
                    }
                }
                void variable(Connection c) {
                    try {
                        c.commit();
                    } catch (SQLException e) {
                        RuntimeException failure = new RuntimeException("commit");
                        throw failure; // bug: `RuntimeException` is thrown without `e` as its cause
                    }
                }
                void oneOfTwo(Connection c, boolean quiet) {
                    try {
                        c.commit();
                    } catch (SQLException e) {
                        if (e.getErrorCode() == 7) throw new RuntimeException(e);
                        throw new IllegalStateException("commit"); // missed: the error code was looked at
                    }
                }
            }
            """);
    }

    @Test
    void aCauseThatIsKeptAnywhereIsFine() {
        rule.on("""
            import java.io.*;
            import java.lang.reflect.*;
            import java.util.*;
            import java.util.logging.*;
            class Keepers {
                static final Logger LOG = Logger.getLogger("a");
                final List<Throwable> failures = new ArrayList<>();
                Exception last;
                void argument(Reader in) {
                    try { in.read(); } catch (IOException e) { throw new UncheckedIOException(e); } // fine: cause
                }
                void inside(Reader in) {
                    try { in.read(); } catch (IOException e) {
                        throw new RuntimeException(new IllegalStateException("x", e)); // fine: cause of the cause
                    }
                }
                void suppressed(Reader in) {
                    try { in.read(); } catch (IOException e) {
                        IllegalStateException other = new IllegalStateException("x");
                        other.addSuppressed(e);
                        throw other; // fine: suppressed
                    }
                }
                void logged(Reader in) {
                    try { in.read(); } catch (IOException e) {
                        LOG.log(Level.SEVERE, "read", e);
                        throw new SecurityException("no access"); // fine: logged with its stack trace
                    }
                }
                void stored(Reader in) {
                    try { in.read(); } catch (IOException e) {
                        last = e;
                        failures.add(e);
                        throw new IllegalStateException("read"); // fine: stored
                    }
                }
                void unwrapped(Method method) throws IllegalAccessException {
                    try { method.invoke(null); } catch (InvocationTargetException e) {
                        throw new IllegalStateException("call", e.getTargetException()); // fine: unwrapped
                    }
                }
                void rethrown(Reader in) throws IOException {
                    try { in.read(); } catch (IOException e) { throw e; } // fine: the same
                }
            }
            """);
    }

    @Test
    void exceptionsThatSayEverythingByThemselvesAreFine() {
        rule.on("""
            import java.io.*;
            import java.net.*;
            import java.time.*;
            import java.time.format.*;
            import java.util.*;
            import java.util.concurrent.*;
            class Answers {
                static class NotAnOrder extends Exception {
                    NotAnOrder(String message) { super(message); }
                    public NotAnOrder(String message, Throwable cause) { super(message, cause); }
                }
                int number(String text) {
                    try { return Integer.parseInt(text); } catch (NumberFormatException e) {
                        throw new IllegalArgumentException("not a number: " + text); // fine: bad input
                    }
                }
                int sloppyNumber(String text) {
                    try { return Integer.parseInt(text.trim()); } catch (Exception e) {
                        throw new IllegalArgumentException("not a number: " + text); // fine: only parsing can fail
                    }
                }
                LocalDate date(String text) {
                    try { return LocalDate.parse(text); } catch (DateTimeParseException e) {
                        throw new IllegalArgumentException("not a date: " + text); // fine: bad input
                    }
                }
                URI uri(String text) {
                    try { return new URI(text); } catch (URISyntaxException e) {
                        throw new IllegalArgumentException("not a URI: " + text); // fine: bad input
                    }
                }
                Object first(Iterator<?> all) {
                    try { return all.next(); } catch (NoSuchElementException e) {
                        throw new IllegalStateException("no order"); // fine: control flow
                    }
                }
                Object at(List<?> all, int index) {
                    try { return all.get(index); } catch (IndexOutOfBoundsException e) {
                        throw new IllegalStateException("no order " + index); // fine: control flow
                    }
                }
                void sleep() {
                    try { Thread.sleep(5); } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException("interrupted"); // fine: nothing more to tell
                    }
                }
                Object wait(Future<?> future) throws InterruptedException, ExecutionException {
                    try { return future.get(5, TimeUnit.SECONDS); } catch (TimeoutException e) {
                        throw new IllegalStateException("no answer in 5 s"); // fine: nothing more to tell
                    }
                }
                int end(DataInput in) throws IOException {
                    try { return in.readInt(); } catch (EOFException e) {
                        throw new IOException("record is cut off"); // fine: control flow
                    }
                }
                Object newer(javax.sql.CommonDataSource source) throws Exception {
                    try { return source.getParentLogger(); } catch (AbstractMethodError e) {
                        throw new UnsupportedOperationException("getParentLogger"); // fine: an older driver
                    }
                }
                static class ValidationException extends RuntimeException {
                    public ValidationException(String message) { super(message); }
                    public ValidationException(String message, Throwable cause) { super(message, cause); }
                }
                void url(Reader in) {
                    try { in.read(); } catch (Exception e) {
                        throw new ValidationException("not allowed: " + e.getMessage()); // fine: told to the user
                    }
                }
                void sameInBetterWords(String line, int number) throws NotAnOrder {
                    try { read(line); } catch (NotAnOrder e) {
                        throw new NotAnOrder("line " + number + ": " + e.getMessage()); // fine: the same with its place
                    }
                }
                void read(String line) throws NotAnOrder {
                    if (line.isEmpty()) throw new NotAnOrder("empty");
                }
            }
            """);
    }

    @Test
    void aConstructorWithoutRoomForACauseIsFine() {
        rule.on("""
            import java.io.*;
            class Codes {
                static class Rejected extends RuntimeException {
                    Rejected(String message) { super(message); }
                }
                void read(Reader in) {
                    try { in.read(); } catch (IOException e) { throw new Rejected("input"); } // fine: no room
                }
                void end(Reader in) throws EOFException {
                    try { in.read(); } catch (IOException e) { throw new EOFException("input"); } // fine: no room
                }
            }
            """);
    }

    @Test
    void whatTheFailureDoesNotLeadToIsFine() {
        rule.on("""
            import java.io.*;
            class Retries {
                void untilItWorks(Reader in) throws IOException {
                    for (int attempt = 0; ; attempt++) {
                        try {
                            in.read();
                            return;
                        } catch (IOException e) {
                            if (attempt > 3) throw new IOException("gave up"); // missed: the last attempt's cause
                        }
                    }
                }
                void another(Reader in, Reader spare) throws IOException {
                    try {
                        in.read();
                    } catch (IOException first) {
                        try {
                            spare.read();
                        } catch (IOException second) {
                            throw new IOException("both failed", first); // fine: it has a cause
                        }
                    }
                }
                Runnable later(Reader in) {
                    try {
                        in.read();
                        return () -> { };
                    } catch (IOException e) {
                        return () -> { throw new IllegalStateException("not read"); }; // fine: thrown by a lambda
                    }
                }
                byte[] inMemory() {
                    try {
                        ByteArrayOutputStream out = new ByteArrayOutputStream();
                        out.write(new byte[3]);
                        return out.toByteArray();
                    } catch (IOException e) {
                        throw new AssertionError("in memory"); // fine: can not happen
                    }
                }
                void saidSo(Writer memory) {
                    try { memory.write("a"); } catch (IOException e) {
                        throw new IllegalStateException("cannot happen"); // fine: the message says so
                    }
                }
            }
            """);
    }

    @Test
    void sourceAloneIsEnough() {
        rule.withoutBytecode().on("""
            import java.io.IOException;
            import java.io.Reader;
            class Settings {
                int read(Reader in) {
                    try {
                        return in.read();
                    } catch (IOException | SecurityException e) {
                        throw new IllegalStateException("no settings"); // bug: without `e` as its cause
                    }
                }
                int unknown(Reader in) {
                    try {
                        return in.read();
                    } catch (IOException e) {
                        throw new org.missing.Failure("no settings"); // fine: its constructors are not known
                    }
                }
            }
            """);
    }
}
