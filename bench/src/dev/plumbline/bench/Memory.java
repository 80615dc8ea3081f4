package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Scans hibernate-core, 845,000 lines, with all rules in a heap of 768 MB. Fails when anything was left out.
 * Arguments: the folder with what was fetched, the jar of Plumbline, options of the virtual machine that replace
 * the size of the heap.
 */
final class Memory {

    private Memory() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path target = Path.of(arguments[0]);
        Path plumbline = Path.of(arguments[1]);
        List<String> options = arguments.length == 2 ? List.of("-Xmx768m")
            : List.of(arguments).subList(2, arguments.length);
        Path work = Files.createTempDirectory("plumbline-bench");
        String threads = String.valueOf(Runtime.getRuntime().availableProcessors());
        Tool scan = Tool.plumbline(new Tool.Setup(target, plumbline, work, threads),
            Subject.in(target.resolve("hibernate-core"), "7.1.0.Final"), Rules.of(plumbline, work));
        Path log = work.resolve("memory.log");

        String before = Machine.line();
        Run run = Run.of(scan.command(options), log);
        System.out.println("Before: " + before);
        System.out.println("After:  " + Machine.line());
        System.out.println();
        System.out.println("| scan of hibernate-core 7.1.0.Final | wall s | cpu s | peak MB | exit code |");
        System.out.println("|---|---:|---:|---:|---:|");
        System.out.println("| " + String.join(" | ", scan.name() + ", `" + String.join(" ", options) + "`",
            Table.seconds(run.wall()), Table.seconds(run.cpu()), Table.megabytes(List.of(run)),
            String.valueOf(run.exit())) + " |");
        System.out.println();
        if (Files.exists(scan.report())) {
            summary(scan.report()).forEach(System.out::println);
        }
        if (run.exit() != 0) {
            System.err.println("The scan is not complete; see " + log + " and " + scan.report() + ".");
            System.exit(1);
        }
        Scratch.delete(work);
    }

    /** The end of a report: how much was analysed, then what was not. */
    private static List<String> summary(Path report) throws IOException {
        List<String> lines = Files.readAllLines(report);
        for (int at = lines.size() - 1; at >= 0; at--) {
            if (lines.get(at).matches(".* files \\(.*\\), .* lines.*")) {
                return lines.subList(at, lines.size());
            }
        }
        return lines;
    }
}
