package dev.plumbline.rules.exceptions;

import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import java.util.List;
import java.util.stream.Stream;

/**
 * Exceptions whose class says all there is to know. Catching one is a branch of the program: what was asked for is not
 * there, the input is not what it should be, the wait is over.
 */
final class Telling {

    private static final List<ClassName> ABSENT = Stream.of(
        "java.lang.ArithmeticException",
        "java.lang.ArrayStoreException",
        "java.lang.ClassCastException",
        "java.lang.ClassNotFoundException",
        "java.lang.CloneNotSupportedException",
        "java.lang.IllegalAccessException",
        "java.lang.IllegalArgumentException",
        "java.lang.IndexOutOfBoundsException",
        "java.lang.InstantiationException",
        "java.lang.InterruptedException",
        "java.lang.NegativeArraySizeException",
        "java.lang.NullPointerException",
        "java.lang.NoSuchFieldException",
        "java.lang.NoSuchMethodException",
        "java.io.EOFException",
        "java.io.FileNotFoundException",
        "java.io.UnsupportedEncodingException",
        "java.net.MalformedURLException",
        "java.net.URISyntaxException",
        "java.nio.BufferOverflowException",
        "java.nio.BufferUnderflowException",
        "java.nio.charset.CharacterCodingException",
        "java.nio.file.FileAlreadyExistsException",
        "java.nio.file.NoSuchFileException",
        "java.security.NoSuchAlgorithmException",
        "java.lang.UnsupportedOperationException",
        "java.text.ParseException",
        "java.time.DateTimeException",
        "java.util.EmptyStackException",
        "java.util.MissingResourceException",
        "java.util.NoSuchElementException",
        "java.util.zip.DataFormatException",
        "javax.persistence.EntityNotFoundException",
        "javax.persistence.NoResultException",
        "jakarta.persistence.EntityNotFoundException",
        "jakarta.persistence.NoResultException",
        "javax.persistence.EntityExistsException",
        "jakarta.persistence.EntityExistsException",
        "org.springframework.dao.DataIntegrityViolationException",
        "org.springframework.dao.IncorrectResultSizeDataAccessException")
        .map(ClassName::of)
        .toList();

    private static final List<ClassName> OVER = Stream.of(
        "java.io.InterruptedIOException",
        "java.lang.IllegalStateException",
        "java.lang.LinkageError",
        "java.lang.VirtualMachineError",
        "java.net.UnknownHostException",
        "java.nio.channels.ClosedChannelException",
        "java.util.concurrent.CancellationException",
        "java.util.concurrent.RejectedExecutionException",
        "java.util.concurrent.TimeoutException")
        .map(ClassName::of)
        .toList();

    /** What libraries call the same things. */
    private static final List<String> ABSENT_BY_NAME =
        List.of("NotFoundException", "NotFound", "AlreadyExistsException");
    private static final List<String> OVER_BY_NAME = List.of("TimeoutException", "ParseException", "FormatException");

    private Telling() {
    }

    /** What was looked for is not there, or the input is not what it should be: an answer, not a failure. */
    static boolean ofAbsence(ClassName type, ClassIndex index) {
        return is(type, ABSENT, ABSENT_BY_NAME, index);
    }

    /** Also when the wait is over: a failure, but one without a story. */
    static boolean all(ClassName type, ClassIndex index) {
        return ofAbsence(type, index) || is(type, OVER, OVER_BY_NAME, index);
    }

    private static boolean is(ClassName type, List<ClassName> types, List<String> ends, ClassIndex index) {
        return ends.stream().anyMatch(type.simple()::endsWith)
            || types.stream().anyMatch(known -> type.equals(known) || index.isSubtype(type, known));
    }
}
