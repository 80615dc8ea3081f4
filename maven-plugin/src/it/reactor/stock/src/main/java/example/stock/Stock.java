package example.stock;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** How much there is. */
public final class Stock {

    private final Lock lock = new ReentrantLock();
    private int left = 100;

    /** Takes some. */
    public void take(int amount) {
        lock.lock();
        if (amount > left) {
            throw new IllegalArgumentException("too much");
        }
        left -= amount;
        lock.unlock();
    }
}
