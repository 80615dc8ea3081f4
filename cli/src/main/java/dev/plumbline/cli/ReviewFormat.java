package dev.plumbline.cli;

import dev.plumbline.report.ReviewAnnotations;
import dev.plumbline.report.ReviewJson;
import dev.plumbline.report.ReviewMarkdown;
import dev.plumbline.report.ReviewSarif;
import dev.plumbline.report.ReviewText;
import dev.plumbline.report.ReviewWriter;

/** How a judged change is written. */
enum ReviewFormat {
    text, markdown, json, sarif, github;

    ReviewWriter writer(boolean coloured) {
        return switch (this) {
            case text -> coloured ? ReviewText.coloured() : ReviewText.plain();
            case markdown -> ReviewMarkdown.comment();
            case json -> ReviewJson.indented();
            case sarif -> ReviewSarif.indented();
            case github -> ReviewAnnotations.commands();
        };
    }
}
