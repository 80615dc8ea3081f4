package dev.plumbline.rules.exceptions;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class SilentDefaultOnFailureTest {

    private final RuleTest rule = RuleTest.of(new SilentDefaultOnFailure());

    @Test
    void everyKindOfNothingIsADefault() {
        rule.on("""
            import java.io.*;
            import java.net.URI;
            import java.net.http.*;
            import java.nio.file.*;
            import java.sql.*;
            import java.util.*;
            class Quotas {
                private final HttpClient http = HttpClient.newHttpClient();
                Optional<String> quotaFor(String tenant) {
                    try {
                        HttpRequest request = HttpRequest.newBuilder(URI.create("http://q/" + tenant)).build();
                        return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
                    } catch (Exception e) { // bug: returns an empty `Optional` when `HttpClient.send` fails
                        System.err.println("quota lookup failed");
                        return Optional.empty();
                    }
                }
                int limit(String tenant) {
                    return quotaFor(tenant).map(Integer::valueOf).orElse(Integer.MAX_VALUE);
                }
                long total(Connection c) {
                    long sum = 0;
                    try (Statement s = c.createStatement(); ResultSet rows = s.executeQuery("select sum(x) from t")) {
                        rows.next();
                        sum = rows.getLong(1);
                    } catch (SQLException e) { // bug: `total` returns `0` when
                        e.printStackTrace();
                    }
                    return sum;
                }
                String text(Path file) {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) { // bug: `text` returns an empty text
                        return "";
                    }
                }
                List<String> lines(Path file) {
                    List<String> lines = new ArrayList<>();
                    try (BufferedReader in = Files.newBufferedReader(file)) {
                        String line;
                        while ((line = in.readLine()) != null) {
                            lines.add(line);
                        }
                    } catch (IOException e) { // bug: `lines` returns an incomplete `List`
                        e.fillInStackTrace();
                    }
                    return lines;
                }
                List<String> told(Path file) {
                    List<String> lines = new ArrayList<>();
                    try (BufferedReader in = Files.newBufferedReader(file)) {
                        lines.add(in.readLine());
                    } catch (IOException e) { // fine: what was read so far, and a log tells
                        System.err.println(e);
                    }
                    return lines;
                }
                byte[] bytes(Path file) {
                    try {
                        return Files.readAllBytes(file);
                    } catch (IOException e) { // bug: `bytes` returns an empty array
                        return new byte[0];
                    }
                }
                int all(Connection c, Path file) {
                    return (int) total(c) + text(file).length() + lines(file).size() + bytes(file).length
                        + told(file).size();
                }
            }
            """);
    }

    @Test
    void whatTheExceptionAnswersIsFine() {
        rule.on("""
            import java.nio.file.*;
            import java.io.*;
            import java.util.*;
            class Probes {
                String there(Path file) throws IOException {
                    try { return Files.readString(file); } catch (NoSuchFileException e) { return ""; } // fine
                }
                boolean onClasspath(String name) {
                    try { Class.forName(name); return true; } catch (ClassNotFoundException e) { return false; } // fine
                }
                Integer number(String text) {
                    try { return Integer.valueOf(text); } catch (NumberFormatException e) { return null; } // fine
                }
                String tryRead(Path file) {
                    try { return Files.readString(file); } catch (IOException e) { return null; } // fine: by name
                }
                String textOrNull(Path file) {
                    try { return Files.readString(file); } catch (IOException e) { return null; } // fine: by name
                }
                boolean isReadable(Path file) {
                    try { return Files.readString(file).length() > 0; } catch (IOException e) { return false; } // fine
                }
                int use(Path file) throws IOException {
                    return there(file).length() + tryRead(file).length() + textOrNull(file).length()
                        + (isReadable(file) ? 1 : 0) + number("4");
                }
            }
            """);
    }

    @Test
    void statusIsNoDefault() {
        rule.on("""
            import java.nio.file.*;
            import java.io.*;
            class Writers {
                boolean store(Path file) {
                    try {
                        Files.writeString(file, Files.readString(file));
                        return true;
                    } catch (IOException e) { // fine: it says that it did not work
                        return false;
                    }
                }
                int code(Path file) {
                    try {
                        Files.readString(file);
                        return 0;
                    } catch (IOException e) { // fine: an exit code
                        return -1;
                    }
                }
                int use(Path file) {
                    return store(file) ? code(file) : 2;
                }
            }
            """);
    }

    @Test
    void failuresThatAreRecordedOrGoOnAreFine() {
        rule.on("""
            import java.nio.file.*;
            import java.io.*;
            import java.util.*;
            import java.util.concurrent.*;
            class Recorders {
                final List<String> errors = new ArrayList<>();
                final BlockingQueue<Path> queue = new LinkedBlockingQueue<>();
                boolean failed;
                List<String> listed(Path file) {
                    try { return Files.readAllLines(file); } catch (IOException e) { // fine: recorded
                        errors.add(file.toString());
                        return List.of();
                    }
                }
                List<String> marked(Path file) {
                    try { return Files.readAllLines(file); } catch (IOException e) { // fine: recorded
                        failed = true;
                        return List.of();
                    }
                }
                List<String> sometimes(Path file, boolean strict) {
                    try { return Files.readAllLines(file); } catch (IOException e) { // fine: it may throw
                        if (strict) throw new UncheckedIOException(e);
                        return List.of();
                    }
                }
                Optional<String> next() {
                    try { return Optional.of(Files.readString(queue.take())); } catch (InterruptedException e) { // fine
                        Thread.currentThread().interrupt();
                        return Optional.empty();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                List<String> each(List<Path> files) {
                    List<String> all = new ArrayList<>();
                    for (Path file : files) {
                        try { all.add(Files.readString(file)); } catch (IOException e) { // fine: skips the item
                            System.err.println(file);
                        }
                    }
                    return all;
                }
                int use(Path file) {
                    return listed(file).size() + marked(file).size() + sometimes(file, true).size()
                        + each(List.of(file)).size() + next().get().length();
                }
            }
            """);
    }

    @Test
    void cachesAndDecisionsThatDenyAreFine() {
        rule.on("""
            import java.nio.file.*;
            import java.io.*;
            class PageCache {
                String page(Path file) {
                    try { return Files.readString(file); } catch (IOException e) { return null; } // fine: a cache miss
                }
                int use(Path file) { return page(file).length(); }
            }
            """, """
            import java.security.cert.*;
            class Logins {
                String subject(X509Certificate certificate) {
                    try {
                        certificate.checkValidity();
                        return certificate.getSubjectX500Principal().getName();
                    } catch (CertificateException e) { // fine: no one is let in
                        return null;
                    }
                }
                int use(X509Certificate certificate) { return subject(certificate).length(); }
            }
            """);
    }

    @Test
    void whatPeopleReadOrCallersAskForIsFine() {
        rule.on("""
            import java.io.*;
            import java.nio.file.*;
            import java.util.*;
            import java.util.logging.*;
            class Pages {
                static final Logger LOG = Logger.getLogger("pages");
                String icon(Path file) {
                    try { return Files.readString(file); } catch (IOException e) { return ""; } // fine: part of a page
                }
                String page(Path file) { return "<html>" + icon(file) + new StringBuilder().append(icon(file)); }
                String line(Path file) {
                    try { return Files.readString(file); } catch (IOException e) { return null; } // fine: `number` asks
                }
                long number(String text) { return text == null ? -1 : Long.parseLong(text); }
                long reuse(Path file) { return number(line(file)); }
                Optional<String> key(Path file) {
                    try { return Optional.of(Files.readString(file)); } catch (IOException e) { // fine: `get` throws
                        return Optional.empty();
                    }
                }
                int use(Path file) { return key(file).get().length(); }
                public String backup(Path file) {
                    try { return Files.readString(file); } catch (IOException e) { return null; } // fine: who knows
                }
            }
            """);
    }

    @Test
    void truthValuesAreDataInAnswerToWhetherSomethingIsThere() {
        rule.on("""
            import java.sql.*;
            class Rows {
                boolean objectExists(Connection c) {
                    try (Statement s = c.createStatement(); ResultSet rows = s.executeQuery("select 1")) {
                        return rows.next();
                    } catch (SQLException e) { // bug: `objectExists` returns `false` when
                        e.printStackTrace();
                        return false;
                    }
                }
                boolean renew(Connection c) {
                    try (Statement s = c.createStatement(); ResultSet rows = s.executeQuery("select 1")) {
                        return rows.next();
                    } catch (SQLException e) { // fine: says whether it worked
                        e.printStackTrace();
                        return false;
                    }
                }
                int use(Connection c) { return objectExists(c) || renew(c) ? 1 : 0; }
            }
            """);
    }

    @Test
    void authorsWhoSaySoAreBelieved() {
        rule.on("""
            import java.nio.file.*;
            import java.io.*;
            import java.util.*;
            import java.util.logging.*;
            class Documented {
                static final Logger LOG = Logger.getLogger("a");
                /** @return the banner, or {@code null} if it can not be read */
                String banner(Path file) {
                    try { return Files.readString(file); } catch (IOException e) { return null; } // fine: promised
                }
                String hint(Path file) {
                    try { return Files.readString(file); } catch (IOException e) { // fine: best effort
                        // the hint is best effort
                        return "";
                    }
                }
                String footer(Path file) {
                    try { return Files.readString(file); } catch (IOException ignored) { return ""; } // fine: its name
                }
                String detail(Path file) {
                    try { return Files.readString(file); } catch (IOException e) { // fine: logged as normal
                        LOG.fine("no detail");
                        return "";
                    }
                }
                int use(Path file) {
                    return banner(file).length() + hint(file).length() + footer(file).length() + detail(file).length();
                }
            }
            """);
    }

    @Test
    void callersThatRefuseOrAskMakeItFine() {
        rule.on("""
            import java.nio.file.*;
            import java.io.*;
            import java.util.*;
            class Askers {
                private Optional<String> text(Path file) {
                    try {
                        return Optional.of(Files.readString(file));
                    } catch (IOException e) { // fine: its only caller throws
                        return Optional.empty();
                    }
                }
                String needed(Path file) { return text(file).orElseThrow(); }
                private String line(Path file) {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) { // fine: its only caller asks
                        return null;
                    }
                }
                int length(Path file) {
                    String line = line(file);
                    if (line == null) throw new IllegalStateException("no line");
                    return line.length();
                }
            }
            """);
    }

    @Test
    void anotherSourceIsNoDefault() {
        rule.on("""
            import java.nio.file.*;
            import java.io.*;
            import java.util.*;
            class Spares {
                List<String> lines(Path file, Path spare) {
                    try { return Files.readAllLines(file); } catch (IOException e) { // fine: something is put in
                        List<String> other = new ArrayList<>();
                        other.addAll(List.of("spare"));
                        return other;
                    }
                }
                Map<String, String> names(Path file) {
                    try { return Map.of("a", Files.readString(file)); } catch (IOException e) { // fine: filled
                        Map<String, String> other = new HashMap<>();
                        List.of("b").forEach(name -> other.put(name, name));
                        return other;
                    }
                }
                int use(Path file) { return lines(file, file).size() + names(file).size(); }
            }
            """);
    }
}
