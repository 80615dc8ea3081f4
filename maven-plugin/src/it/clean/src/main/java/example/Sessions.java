package example;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class Sessions {

    private final Lock lock = new ReentrantLock();
    private int open;

    void open(String user) {
        lock.lock();
        try {
            open += user.isEmpty() ? 0 : 1;
        } finally {
            lock.unlock();
        }
    }
}
