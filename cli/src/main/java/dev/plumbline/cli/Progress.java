package dev.plumbline.cli;

import java.io.PrintStream;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What a scan is at, for a person who has waited long enough to wonder. */
final class Progress implements Consumer<String> {

    private static final long PATIENCE_NANOS = 2_000_000_000L;

    private final PrintStream err;
    private final boolean watched;
    private final LongSupplier clock;
    private final long start;

    Progress(Terminal terminal, LongSupplier nanoClock) {
        this.err = terminal.err();
        this.watched = terminal.interactive();
        this.clock = nanoClock;
        this.start = nanoClock.getAsLong();
    }

    @Override
    public void accept(String line) {
        if (watched && clock.getAsLong() - start > PATIENCE_NANOS) {
            err.println("plumbline: " + line);
        }
    }
}
