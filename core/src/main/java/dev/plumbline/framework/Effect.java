package dev.plumbline.framework;

/** What a call does to the world outside the process's memory. */
public enum Effect {
    /** A call over the network to another service. */
    REMOTE,
    DATABASE_READ,
    DATABASE_WRITE,
    FILE_READ,
    FILE_WRITE,
    /** A message sent to a broker. */
    BROKER,
    /** A remote or shared cache. */
    CACHE,
    MAIL,
    CRYPTO,
    /** Data from outside is parsed: JSON, XML, serialised objects. */
    DECODE,
    /** Something is destroyed: deleted, dropped, truncated. */
    DESTRUCTIVE,
    /** Access is decided: a token verified, a permission asked for. */
    SECURITY_DECISION,
    /** A metric or an audit copy: best effort by custom. */
    METRIC;

    /** Whether something outside is changed, so that a failure means lost work. */
    public boolean changes() {
        return switch (this) {
            case REMOTE, DATABASE_WRITE, FILE_WRITE, BROKER, MAIL, DESTRUCTIVE -> true;
            default -> false;
        };
    }
}
