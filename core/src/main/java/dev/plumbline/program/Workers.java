package dev.plumbline.program;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A fixed number of plain threads that map a list. Results stand in the order of the list, so nothing that is built
 * from them depends on which thread was faster.
 */
public final class Workers {

    /** Deeply nested sources are parsed by recursion; the default of 512 KiB to 1 MiB is not enough for them. */
    private static final long STACK_BYTES = 64L << 20;

    private final int threads;

    private Workers(int threads) {
        this.threads = threads;
    }

    public static Workers of(int threads) {
        return new Workers(Math.max(1, threads));
    }

    /** Applies the function to every item; what it throws is thrown here, once all threads have stopped. */
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> function) {
        List<R> results = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            results.add(null);
        }
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                if (failure.get() != null) {
                    return;
                }
                try {
                    results.set(i, function.apply(items.get(i)));
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
            }
        };
        run(work, Math.min(threads, items.size()));
        rethrow(failure.get());
        return results;
    }

    private static void run(Runnable work, int count) {
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(null, work, "plumbline-" + i, STACK_BYTES);
            thread.setDaemon(true);
            thread.start();
            started.add(thread);
        }
        boolean interrupted = false;
        for (Thread thread : started) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }
}
