package dev.plumbline.cli;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import java.util.Optional;

/** The least severity that makes the command fail. */
enum FailOn {
    none(Optional.empty()), note(Optional.of(Severity.NOTE)), warning(Optional.of(Severity.WARNING)),
    error(Optional.of(Severity.ERROR));

    private final Optional<Severity> least;

    FailOn(Optional<Severity> least) {
        this.least = least;
    }

    boolean isReachedBy(Finding finding) {
        return least.filter(severity -> finding.severity().compareTo(severity) >= 0).isPresent();
    }
}
