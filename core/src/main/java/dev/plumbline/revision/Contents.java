package dev.plumbline.revision;

/** An open revision: what it takes to read many files is kept until it is closed. */
interface Contents extends AutoCloseable {

    /** Without bytes when the file has gone since it was listed. */
    byte[] read(Blob file);

    @Override
    default void close() {
    }
}
