package dev.plumbline.index;

import java.io.IOException;
import java.io.InputStream;

/** Reads a class file and no more: an archive can promise a kilobyte and unpack to a terabyte. */
final class ClassBytes {

    /** The largest class files that compilers make stay below two megabytes. */
    static final int LIMIT = 64 << 20;

    /** Thrown for a file that is larger than any class. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1;

        TooLarge() {
            super("it is larger than " + (LIMIT >> 20) + " MB");
        }
    }

    static byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new TooLarge();
        }
        return bytes;
    }

    private ClassBytes() {
    }
}
