package dev.plumbline.index;

/** Whether descriptors of a class file are what JVMS 4.3 says: nothing that uses them looks again. */
final class DescriptorSyntax {

    private static final int MOST_DIMENSIONS = 255;

    /** @throws IllegalArgumentException when it is no type descriptor */
    static void requireField(String descriptor) {
        require(typeEnd(descriptor, 0) == descriptor.length(), descriptor);
    }

    /** @throws IllegalArgumentException when it is no method descriptor */
    static void requireMethod(String descriptor) {
        require(descriptor.startsWith("("), descriptor);
        int at = 1;
        while (at < descriptor.length() && descriptor.charAt(at) != ')') {
            at = typeEnd(descriptor, at);
        }
        String result = descriptor.substring(Math.min(at + 1, descriptor.length()));
        require(result.equals("V") || typeEnd(result, 0) == result.length(), descriptor);
    }

    /** Where the type that starts there ends. */
    private static int typeEnd(String descriptor, int start) {
        int at = start;
        while (at < descriptor.length() && descriptor.charAt(at) == '[') {
            at++;
        }
        require(at < descriptor.length() && at - start <= MOST_DIMENSIONS, descriptor);
        if (descriptor.charAt(at) != 'L') {
            require("BCDFIJSZ".indexOf(descriptor.charAt(at)) >= 0, descriptor);
            return at + 1;
        }
        int end = descriptor.indexOf(';', at);
        require(end > 0 && ClassNames.isBinaryName(descriptor.substring(at + 1, end)), descriptor);
        return end + 1;
    }

    private static void require(boolean holds, String descriptor) {
        if (!holds) {
            throw new IllegalArgumentException("no descriptor: " + descriptor);
        }
    }

    private DescriptorSyntax() {
    }
}
