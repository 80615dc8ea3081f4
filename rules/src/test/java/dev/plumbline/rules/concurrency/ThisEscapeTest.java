package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class ThisEscapeTest {

    private final RuleTest rule = RuleTest.of(new ThisEscape());

    @Test
    void threadsAndTasksThatHoldTheObject() {
        rule.on("""
            import java.util.concurrent.*;
            class Early {
                private final ExecutorService pool = Executors.newSingleThreadExecutor();
                private final int limit;
                Early(int limit) {
                    pool.execute(() -> System.out.println(limit()));  // bug: `this` is handed to a thread
                    this.limit = limit;
                }
                Early(String text) {
                    Thread thread = new Thread(this::limit);
                    thread.start(); // bug: `this` is handed to a thread
                    this.limit = text.length();
                }
                int limit() { return limit; }
            }
            class Base extends Thread {
                Base() { start(); } // bug: `this` is handed to a thread
            }
            class Derived extends Base {
                private final String name = "derived";
            }
            """);
    }

    @Test
    void theLastThingOrAnotherObjectIsFine() {
        rule.on("""
            class Late implements Runnable {
                private final String url;
                private Thread thread;
                Late(String url) {
                    this.url = url;
                    thread = new Thread(this);
                    thread.start(); // fine: all is set
                }
                Late() {
                    new Thread(() -> System.out.println("hello")).start(); // fine: does not hold it
                    url = "";
                }
                public void run() { System.out.println(url); }
                void restart() { new Thread(this).start(); } // fine: the constructor has ended
            }
            """);
    }
}
