package dev.plumbline.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.name.MethodRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasksTest {

    @Test
    void aCallRunsWhatItIsHanded() {
        assertEquals(List.of("Shop.sell TASK"), handed("pool.submit(this::sell);"));
        assertEquals(List.of("Job.run SCHEDULED"),
            handed("clock.scheduleAtFixedRate(new Job(), 1, 1, TimeUnit.SECONDS);"));
        assertEquals(List.of("Job.run TASK"), handed("CompletableFuture.runAsync(new Job(), pool);"));
    }

    @Test
    void aWrapperMayDoOtherwise() {
        assertEquals(List.of(), handed("pool.submit(traced(this::sell));"));
        assertEquals(List.of(), handed("run(this::sell);"));
    }

    private static List<String> handed(String statement) {
        String source = """
            import java.util.concurrent.*;
            class Shop {
                private ExecutorService pool;
                private ScheduledExecutorService clock;
                void open() { %s }
                void sell() {}
                void run(Runnable task) {}
                Runnable traced(Runnable task) { return () -> { open(); task.run(); }; }
            }
            class Job implements Runnable { public void run() {} }
            """.formatted(statement);
        try (Sample sample = Sample.of(source)) {
            MethodRef open = sample.method("Shop", "open");
            MethodCode method = sample.program().method(open).orElseThrow();
            Tasks tasks = Tasks.of(sample.program());
            return method.calls().stream()
                .flatMap(call -> tasks.handedTo(call, method).stream())
                .map(task -> task.body().display() + " " + task.kind())
                .toList();
        }
    }
}
