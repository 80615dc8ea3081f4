package dev.plumbline.report;

import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A report on the disk: UTF-8 on every machine, in a folder that is made when it is not there. */
public final class ReportFile {

    /** @throws UsageException when the file can not be written */
    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException refused) {
            throw new UsageException("The report could not be written to " + file + " (" + refused.getMessage()
                + "); name a file in a folder you may write to.");
        }
    }

    private ReportFile() {
    }
}
