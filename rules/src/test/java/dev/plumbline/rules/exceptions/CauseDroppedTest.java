package dev.plumbline.rules.exceptions;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class CauseDroppedTest {

    private final RuleTest rule = RuleTest.of(new CauseDropped());

    private void on(String source) {
        rule.on(source);
        rule.withoutBytecode().on(source);
    }

    @Test
    void theMessageAloneDoesNotSayWhere() {
        on("""
            import java.io.*;
            class Reader {
                String read(File file) {
                    try {
                        return new BufferedReader(new FileReader(file)).readLine();
                    } catch (IOException e) {
                        throw new IllegalStateException("can not read " + file + ": " + e.getMessage()); // bug: cause
                    }
                }
            }
            """);
    }

    @Test
    void theCauseIsKeptInAnyWay() {
        on("""
            import java.io.*;
            class Reader {
                void wraps(Reader in) {
                    try {
                        in.run();
                    } catch (IOException e) {
                        throw new IllegalStateException("no", e); // fine: it is the cause
                    }
                }
                void initialises(Reader in) {
                    try {
                        in.run();
                    } catch (IOException e) {
                        IllegalStateException failed = new IllegalStateException("no");
                        failed.initCause(e);
                        throw failed; // fine: the cause is set
                    }
                }
                void suppresses(Reader in) {
                    try {
                        in.run();
                    } catch (IOException e) {
                        IllegalStateException failed = new IllegalStateException("no");
                        failed.addSuppressed(e);
                        throw failed; // fine: it is kept
                    }
                }
                void run() throws IOException { }
            }
            """);
    }

    @Test
    void whatTheInputDidWrongIsSaidByTheNewException() {
        on("""
            class Port {
                int parse(String text) {
                    try {
                        return Integer.parseInt(text);
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException("not a port: " + text); // fine: the input says it all
                    }
                }
            }
            """);
    }

    @Test
    void aClassWithoutRoomForACauseIsNotBlamed() {
        on("""
            class Lookup {
                static class Missing extends RuntimeException {
                    Missing(String name) { super(name); }
                }
                void find(Runnable work, String name) {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        throw new Missing(name); // fine: there is no constructor for a cause
                    }
                }
            }
            """);
    }
}
