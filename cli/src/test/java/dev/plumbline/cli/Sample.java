package dev.plumbline.cli;

/** One defect that every scan with the default rules finds, for tests of what becomes of it. */
final class Sample {

    static final String RULE = "lock-leak-on-exception";

    /** The lock of line 6 stays locked. */
    static final String SESSIONS = """
        import java.util.concurrent.locks.*;
        class Sessions {
            private final Lock lock = new ReentrantLock();
            private int open;
            void open(String user) {
                lock.lock();
                if (user.isEmpty()) {
                    throw new IllegalArgumentException("nobody");
                }
                open++;
                lock.unlock();
            }
        }
        """;

    private Sample() {
    }
}
