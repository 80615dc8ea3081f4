package dev.plumbline.framework;

import dev.plumbline.name.MethodRef;
import java.util.Comparator;

/** A method that a framework or the JDK calls from outside. */
public record Root(MethodRef method, Kind kind) implements Comparable<Root> {

    private static final Comparator<Root> ORDER = Comparator.comparing(Root::method).thenComparing(Root::kind);

    /** How it is entered. */
    public enum Kind {
        /** A request mapping of Spring MVC, WebFlux or JAX-RS. */
        REQUEST,
        SERVLET,
        /** A message listener of Kafka, Rabbit, JMS, SQS and others. */
        LISTENER,
        SCHEDULED,
        ASYNC,
        /** A task handed to an executor, a thread or a {@code CompletableFuture}. */
        TASK,
        GRPC,
        MAIN,
        /** A start-up hook: {@code CommandLineRunner}, {@code @PostConstruct}, an event listener. */
        STARTUP;

        /** Whether several threads may be in it at the same time. */
        public boolean isConcurrent() {
            return switch (this) {
                case REQUEST, SERVLET, LISTENER, ASYNC, TASK, GRPC -> true;
                default -> false;
            };
        }
    }

    @Override
    public int compareTo(Root other) {
        return ORDER.compare(this, other);
    }
}
