package dev.plumbline.cli;

import dev.plumbline.history.Calibration;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** How far a long measurement is, how fast it goes and when it will end, for a person who waits. */
final class TimeLeft implements Calibration.Progress {

    private static final long PAUSE_NANOS = 5_000_000_000L;
    private static final double MINUTE_NANOS = 60e9;

    private final PrintStream err;
    private final boolean watched;
    private final LongSupplier clock;
    private final long start;
    private long said;

    TimeLeft(Terminal terminal, LongSupplier nanoClock) {
        this.err = terminal.err();
        this.watched = terminal.interactive();
        this.clock = nanoClock;
        this.start = nanoClock.getAsLong();
        this.said = start;
    }

    @Override
    public void at(int done, int measured, int all) {
        long now = clock.getAsLong();
        if (!watched || measured == 0 || now - said < PAUSE_NANOS && done < all) {
            return;
        }
        said = now;
        double minutes = (now - start) / MINUTE_NANOS;
        long left = Math.round(Math.ceil((all - done) * minutes / measured));
        err.println("plumbline: " + done + " of " + all + " commits, " + Math.round(measured / minutes)
            + " a minute" + (done == all ? "." : ", about " + left + (left == 1 ? " minute" : " minutes") + " left."));
    }
}
