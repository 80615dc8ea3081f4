package dev.plumbline.engine;

/** A scan from paths to a report. */
public final class Scan {

    public static Report run(ScanRequest request) {
        throw new UnsupportedOperationException("stub");
    }

    private Scan() {
    }
}
