package dev.plumbline.cli;

import dev.plumbline.report.ConsoleWriter;
import dev.plumbline.report.JsonWriter;
import dev.plumbline.report.ReportWriter;
import dev.plumbline.report.SarifWriter;

/** How a report is written. */
enum Format {
    text, sarif, json;

    ReportWriter writer(boolean coloured) {
        return switch (this) {
            case text -> coloured ? ConsoleWriter.coloured() : ConsoleWriter.plain();
            case sarif -> SarifWriter.indented();
            case json -> JsonWriter.indented();
        };
    }
}
