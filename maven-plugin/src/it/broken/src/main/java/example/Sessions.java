package example;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

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

    int open() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }
}
