package dev.plumbline.cli;

import dev.plumbline.report.ReviewText;
import dev.plumbline.report.ReviewWriter;

/** How a judged change is written. */
enum ReviewFormat {
    text;

    ReviewWriter writer(boolean coloured) {
        return switch (this) {
            case text -> coloured ? ReviewText.coloured() : ReviewText.plain();
        };
    }
}
