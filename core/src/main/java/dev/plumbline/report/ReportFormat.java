package dev.plumbline.report;

/** How the report of a scan can be written; the names are what users write. */
public enum ReportFormat {
    text, sarif, codescanning, json;

    /** @param coloured whether text may have colours; no other format has any */
    public ReportWriter writer(boolean coloured) {
        return switch (this) {
            case text -> coloured ? ConsoleWriter.coloured() : ConsoleWriter.plain();
            case sarif -> SarifWriter.indented();
            case codescanning -> SarifWriter.indented().withoutSuppressed();
            case json -> JsonWriter.indented();
        };
    }
}
