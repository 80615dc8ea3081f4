package dev.plumbline.report;

/** How a judged change can be written; the names are what users write. */
public enum ReviewFormat {
    text, markdown, json, sarif, github;

    /** @param coloured whether text may have colours; no other format has any */
    public ReviewWriter writer(boolean coloured) {
        return switch (this) {
            case text -> coloured ? ReviewText.coloured() : ReviewText.plain();
            case markdown -> ReviewMarkdown.comment();
            case json -> ReviewJson.indented();
            case sarif -> ReviewSarif.indented();
            case github -> ReviewAnnotations.commands();
        };
    }
}
