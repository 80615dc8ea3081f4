package dev.plumbline.rules.exceptions;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class SilentDefaultOnFailureTest {

    private final RuleTest rule = RuleTest.of(new SilentDefaultOnFailure());

    @Test
    void aFailedRemoteCallLooksLikeAnEmptyList() {
        rule.on("""
            import java.util.List;
            import org.springframework.web.client.*;
            class Holds {
                private final RestTemplate rest = new RestTemplate();
                List<String> holdsOn(String customer) {
                    try {
                        return List.of(rest.getForObject("/holds/" + customer, String[].class));
                    } catch (RestClientException e) { // bug: returns an empty `List`
                        return List.of();
                    }
                }
                boolean mayOrder(String customer) {
                    for (String hold : holdsOn(customer)) {
                        if (!hold.isBlank()) return false;
                    }
                    return true;
                }
            }
            """);
    }

    @Test
    void loggingFirstDoesNotExcuseIt() {
        rule.on("""
            import java.util.*;
            import org.springframework.dao.DataAccessException;
            import org.springframework.jdbc.core.JdbcTemplate;
            class Invoices {
                private final JdbcTemplate jdbc;
                Invoices(JdbcTemplate jdbc) { this.jdbc = jdbc; }
                List<String> open(long customer) {
                    try {
                        return jdbc.queryForList("select number from invoice where id = ?", String.class, customer);
                    } catch (DataAccessException e) { // bug: returns an empty `List`
                        System.getLogger("invoices").log(System.Logger.Level.WARNING, "can not read", e);
                        return Collections.emptyList();
                    }
                }
                int owed(long customer) {
                    int sum = 0;
                    for (String number : open(customer)) sum += number.length();
                    return sum;
                }
            }
            """);
    }

    @Test
    void aQuestionWhoseExceptionIsTheAnswer() {
        rule.on("""
            import java.nio.file.*;
            import java.io.*;
            class Probe {
                boolean onClasspath(String name) {
                    try {
                        Class.forName(name);
                        return true;
                    } catch (ClassNotFoundException e) { // fine: that is the answer
                        return false;
                    }
                }
                Integer toIntOrNull(String text) {
                    try {
                        return Integer.valueOf(text);
                    } catch (NumberFormatException e) { // fine: nothing outside is asked
                        return null;
                    }
                }
                String tryRead(Path file) {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) { // fine: the name says so
                        return null;
                    }
                }
            }
            """);
    }

    @Test
    void aHandlerThatThrowsOrRestoresTheInterrupt() {
        rule.on("""
            import java.io.*;
            import java.nio.file.*;
            import java.util.*;
            import java.util.concurrent.*;
            class Rows {
                List<String> rows(Path file) {
                    try {
                        return Files.readAllLines(file);
                    } catch (IOException e) { // fine: it goes on
                        throw new UncheckedIOException(e);
                    }
                }
                Optional<String> next(BlockingQueue<String> queue) {
                    try {
                        return Optional.of(queue.take());
                    } catch (InterruptedException e) { // fine: the interrupt is restored
                        Thread.currentThread().interrupt();
                        return Optional.empty();
                    }
                }
                int size(Path file) { return rows(file).size(); }
            }
            """);
    }
}
