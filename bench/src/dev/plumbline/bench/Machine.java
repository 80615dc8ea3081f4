package dev.plumbline.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What a figure is worth nothing without. */
final class Machine {

    private Machine() {
    }

    static String line() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return String.format(Locale.ROOT, "%d cores, %s %s, JDK %s, load average %s",
            Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"),
            System.getProperty("os.arch"), Runtime.version(),
            load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load));
    }
}
