package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scans kafka-clients with each tool, each time in a fresh virtual machine, and prints medians and ratios. The
 * tools take turns, so that a machine that gets busier gets busier for all.
 */
final class Speed {

    private static final String USAGE = """
        Usage: bench/speed [--rounds N] [--spotbugs-rounds N] [--threads N] [--only TOOL,TOOL]
        Times cold scans of kafka-clients 4.1.0, in turns, and prints medians and ratios.
          --rounds N           of Plumbline, parsing alone and PMD (default: 3)
          --spotbugs-rounds N  of SpotBugs, which takes minutes (default: 1)
          --threads N          for all but SpotBugs, which has one (default: one per core)
          --only TOOLS         of plumbline, floor, pmd, spotbugs; separated by commas
        """;

    private static final String TOOLS = "(plumbline|floor|pmd|spotbugs)(,(plumbline|floor|pmd|spotbugs))*";

    private final Map<String, String> options;
    private final Map<Tool, List<Run>> runs = new LinkedHashMap<>();

    private Speed(Map<String, String> options) {
        this.options = options;
    }

    /** Arguments: the folder with what was fetched, the jar of Plumbline, then the options. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options = new LinkedHashMap<>(Map.of("--rounds", "3", "--spotbugs-rounds", "1",
            "--threads", String.valueOf(Runtime.getRuntime().availableProcessors()),
            "--only", "plumbline,floor,pmd,spotbugs"));
        for (int at = 2; at < arguments.length; at += 2) {
            String option = arguments[at];
            if (!options.containsKey(option) || at + 1 == arguments.length
                || !arguments[at + 1].matches(option.equals("--only") ? TOOLS : "[1-9][0-9]?")) {
                System.err.print(USAGE);
                System.exit(2);
            }
            options.put(option, arguments[at + 1]);
        }
        Path work = Files.createTempDirectory("plumbline-bench");
        try {
            new Speed(options).run(Path.of(arguments[0]), Path.of(arguments[1]), work);
        } catch (IllegalStateException failed) {
            System.err.println("bench: " + failed.getMessage());
            System.exit(1);
        }
        Scratch.delete(work);
    }

    private void run(Path target, Path plumbline, Path work) throws IOException, InterruptedException {
        Tool.Setup at = new Tool.Setup(target, plumbline, work, options.get("--threads"));
        Subject kafka = Subject.in(target.resolve("kafka-clients"), "4.1.0");
        List<String> wanted = List.of(options.get("--only").split(","));
        List<Tool> tools = List.of(Tool.plumbline(at, kafka, Rules.of(plumbline, work)), Tool.floor(at, kafka),
            Tool.pmd(at, kafka), Tool.spotbugs(at, kafka));
        String before = Machine.line();
        int rounds = Integer.parseInt(options.get("--rounds"));
        int slowRounds = Integer.parseInt(options.get("--spotbugs-rounds"));
        for (int round = 0; round < Math.max(rounds, slowRounds); round++) {
            for (Tool tool : tools) {
                if (wanted.contains(tool.id()) && round < (tool.id().equals("spotbugs") ? slowRounds : rounds)) {
                    runs.computeIfAbsent(tool, first -> new ArrayList<>()).add(time(tool, work));
                }
            }
        }
        System.out.println();
        System.out.println("Before: " + before);
        System.out.println("After:  " + Machine.line());
        System.out.println();
        System.out.print(new Table(runs).text());
    }

    private static Run time(Tool tool, Path work) throws IOException, InterruptedException {
        Path log = work.resolve(tool.id() + ".log");
        Run run = Run.of(tool.command(List.of()), log);
        if (run.exit() != 0) {
            throw new IllegalStateException(tool.name() + " exited with " + run.exit() + "; see " + log);
        }
        System.err.println(tool.name() + ": " + Table.seconds(run.wall()) + " s");
        return run;
    }
}
