package dev.plumbline.finding;

/** A mistake of the user: printed as one sentence, without a stack trace, with exit code 2. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
