package dev.plumbline.rules.exceptions;

import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import java.util.List;
import java.util.stream.Stream;

/**
 * Exceptions whose class says all there is to know: the input did not parse, what was looked for is not there, the wait
 * ended. Catching one is a branch of the program, and neither its stack trace nor its message is missed.
 */
final class Telling {

    private static final List<ClassName> TYPES = Stream.of(
        "java.lang.ArithmeticException",
        "java.lang.ArrayStoreException",
        "java.lang.ClassCastException",
        "java.lang.ClassNotFoundException",
        "java.lang.CloneNotSupportedException",
        "java.lang.IllegalAccessException",
        "java.lang.IllegalArgumentException",
        "java.lang.IllegalMonitorStateException",
        "java.lang.IndexOutOfBoundsException",
        "java.lang.InstantiationException",
        "java.lang.InterruptedException",
        "java.lang.NegativeArraySizeException",
        "java.lang.NullPointerException",
        "java.lang.NoSuchFieldException",
        "java.lang.NoSuchMethodException",
        "java.io.EOFException",
        "java.io.FileNotFoundException",
        "java.io.InterruptedIOException",
        "java.io.UnsupportedEncodingException",
        "java.net.MalformedURLException",
        "java.net.URISyntaxException",
        "java.net.UnknownHostException",
        "java.nio.BufferOverflowException",
        "java.nio.BufferUnderflowException",
        "java.nio.channels.ClosedChannelException",
        "java.nio.charset.CharacterCodingException",
        "java.nio.file.FileAlreadyExistsException",
        "java.nio.file.NoSuchFileException",
        "java.security.NoSuchAlgorithmException",
        "java.text.ParseException",
        "java.time.DateTimeException",
        "java.util.EmptyStackException",
        "java.util.MissingResourceException",
        "java.util.NoSuchElementException",
        "java.util.concurrent.CancellationException",
        "java.util.concurrent.RejectedExecutionException",
        "java.util.concurrent.TimeoutException",
        "java.util.zip.DataFormatException",
        "javax.persistence.EntityNotFoundException",
        "javax.persistence.NoResultException",
        "jakarta.persistence.EntityNotFoundException",
        "jakarta.persistence.NoResultException",
        "org.springframework.dao.EmptyResultDataAccessException")
        .map(ClassName::of)
        .toList();

    /** What libraries call the same things. */
    private static final List<String> ENDS = List.of("TimeoutException", "NotFoundException", "AlreadyExistsException",
        "ParseException", "FormatException");

    private Telling() {
    }

    static boolean all(ClassName type, ClassIndex index) {
        return TYPES.contains(type) || ENDS.stream().anyMatch(type.simple()::endsWith)
            || TYPES.stream().anyMatch(known -> index.isSubtype(type, known));
    }
}
