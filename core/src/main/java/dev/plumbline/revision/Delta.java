package dev.plumbline.revision;

import java.util.Optional;

/** A file that differs, before anyone has looked into it. */
record Delta(Optional<Blob> before, Optional<Blob> after) {

    static Delta of(Blob before, Blob after) {
        return new Delta(Optional.of(before), Optional.of(after));
    }

    static Delta added(Blob after) {
        return new Delta(Optional.empty(), Optional.of(after));
    }

    static Delta deleted(Blob before) {
        return new Delta(Optional.of(before), Optional.empty());
    }

    /** Its path at head; for a deleted one its path at base. */
    String path() {
        return after.or(() -> before).map(Blob::path).orElseThrow();
    }

    boolean isJava() {
        return after.or(() -> before).map(Blob::isJava).orElseThrow();
    }

    /** Whether it was renamed and nothing else. */
    boolean sameContent() {
        return before.map(Blob::id).equals(after.map(Blob::id));
    }
}
