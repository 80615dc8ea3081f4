package dev.plumbline.rules.exceptions;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class SuccessReportedAfterFailureTest {

    private final RuleTest rule = RuleTest.of(new SuccessReportedAfterFailure());

    @Test
    void aWriteThatFailedIsAnsweredWithTrue() {
        rule.on("""
            import org.springframework.dao.DataAccessException;
            import org.springframework.jdbc.core.JdbcTemplate;
            class Orders {
                private final JdbcTemplate jdbc;
                Orders(JdbcTemplate jdbc) { this.jdbc = jdbc; }
                boolean save(String id) {
                    try {
                        jdbc.update("insert into orders values (?)", id);
                    } catch (DataAccessException e) { // bug: `save` returns `true`
                        System.getLogger("orders").log(System.Logger.Level.ERROR, "can not save", e);
                    }
                    return true;
                }
                boolean store(String id) {
                    try {
                        jdbc.update("insert into orders values (?)", id);
                        return true;
                    } catch (DataAccessException e) { // fine: the caller is told
                        return false;
                    }
                }
            }
            """);
    }

    @Test
    void theAnswerOfAControllerIsSuccessToo() {
        rule.on("""
            import org.springframework.http.ResponseEntity;
            import org.springframework.dao.DataAccessException;
            import org.springframework.jdbc.core.JdbcTemplate;
            import org.springframework.web.bind.annotation.*;
            @RestController
            class Orders {
                private final JdbcTemplate jdbc;
                Orders(JdbcTemplate jdbc) { this.jdbc = jdbc; }
                @PostMapping("/orders")
                ResponseEntity<String> place(@RequestBody String order) {
                    try {
                        jdbc.update("insert into orders values (?)", order);
                    } catch (DataAccessException e) { // bug: although
                        System.getLogger("orders").log(System.Logger.Level.ERROR, "can not save", e);
                    }
                    return ResponseEntity.ok("placed");
                }
            }
            """);
    }

    @Test
    void whatIsRecordedOrBestEffortIsNotBlamed() {
        rule.on("""
            import java.util.*;
            import org.springframework.dao.DataAccessException;
            import org.springframework.jdbc.core.JdbcTemplate;
            class Orders {
                private final JdbcTemplate jdbc;
                private final List<String> failed = new ArrayList<>();
                Orders(JdbcTemplate jdbc) { this.jdbc = jdbc; }
                boolean save(String id) {
                    try {
                        jdbc.update("insert into orders values (?)", id);
                    } catch (DataAccessException e) { // fine: it is kept for later
                        failed.add(id);
                    }
                    return true;
                }
                boolean place(String id) {
                    try {
                        auditCopy(id);
                    } catch (DataAccessException e) { // fine: an audit copy is best effort
                        System.getLogger("orders").log(System.Logger.Level.WARNING, "no copy", e);
                    }
                    return true;
                }
                void auditCopy(String id) { jdbc.update("insert into audit values (?)", id); }
            }
            """);
    }

    @Test
    void aHandlerThatThrowsIsFine() {
        rule.on("""
            import java.io.*;
            import java.nio.file.*;
            class Files2 {
                boolean write(Path file, String text) {
                    try {
                        Files.writeString(file, text);
                    } catch (IOException e) { // fine: it goes on
                        throw new UncheckedIOException(e);
                    }
                    return true;
                }
            }
            """);
    }
}
