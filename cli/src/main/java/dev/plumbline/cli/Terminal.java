package dev.plumbline.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where the command was started: its streams, and whether a person looks at them.
 *
 * @param out for data
 * @param err for everything else
 * @param interactive whether both are a terminal
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, Map<String, String> environment) {

    /** See https://no-color.org: set and not empty means no colours. */
    boolean wantsColours() {
        return interactive && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Since Java 22 there is a console even when it is redirected, and a method that says so. */
    static boolean isInteractive(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }
}
