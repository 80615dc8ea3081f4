package dev.plumbline.verdict;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import java.util.Optional;

/** The least severity of a finding that makes a scan fail; the names are what users write. */
public enum FailOn {
    none(Optional.empty()), note(Optional.of(Severity.NOTE)), warning(Optional.of(Severity.WARNING)),
    error(Optional.of(Severity.ERROR));

    private final Optional<Severity> least;

    FailOn(Optional<Severity> least) {
        this.least = least;
    }

    public boolean isReachedBy(Finding finding) {
        return least.filter(severity -> finding.severity().compareTo(severity) >= 0).isPresent();
    }
}
