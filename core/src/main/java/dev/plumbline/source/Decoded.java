package dev.plumbline.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The text in the bytes of a file.
 *
 * @param text without a byte order mark; U+FFFD where the bytes are not valid
 */
record Decoded(String text, boolean malformed) {

    static Decoded utf8(byte[] bytes) {
        boolean marked = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
        int from = marked ? 3 : 0;
        String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        return new Decoded(text, text.indexOf('\uFFFD') >= 0 && !isValid(bytes));
    }

    private static boolean isValid(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }
}
