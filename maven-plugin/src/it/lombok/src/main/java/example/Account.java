package example;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import lombok.Data;
import lombok.SneakyThrows;
import lombok.Synchronized;

@Data
class Account {

    private final Lock lock = new ReentrantLock();
    private int balance;

    @SneakyThrows
    void pay(int amount) {
        lock.lock();
        if (amount > balance) {
            throw new java.io.IOException("too much");
        }
        balance -= amount;
        lock.unlock();
    }

    @Synchronized
    void give(int amount) {
        balance += amount;
    }
}
