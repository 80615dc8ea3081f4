package dev.plumbline.report;

/** How a judged change can be written; the names are what users write. */
public enum ReviewFormat {
    text, markdown, json, sarif, github, gitlab, checkstyle, junit;

    /** @param coloured whether text may have colours; no other format has any */
    public ReviewWriter writer(boolean coloured) {
        return switch (this) {
            case text -> coloured ? ReviewText.coloured() : ReviewText.plain();
            case markdown -> ReviewMarkdown.comment();
            case json -> ReviewJson.indented();
            case sarif -> ReviewSarif.indented();
            case github -> ReviewAnnotations.commands();
            case gitlab -> of(GitLabWriter.codeQuality());
            case checkstyle -> of(CheckstyleWriter.indented());
            case junit -> of(JUnitWriter.indented());
        };
    }

    /** For hosts that know findings and no verdicts: what the change introduced. */
    private static ReviewWriter of(ReportWriter writer) {
        return review -> writer.write(review.withOthers());
    }
}
