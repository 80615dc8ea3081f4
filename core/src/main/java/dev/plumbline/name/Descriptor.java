package dev.plumbline.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An erased method descriptor as in JVMS 4.3.3: {@code (Ljava/lang/String;I)V}. */
public record Descriptor(String text) implements Comparable<Descriptor> {

    /** The parameters' type descriptors, in order: {@code [Ljava/lang/String;, I]}. */
    public List<String> parameters() {
        List<String> parameters = new ArrayList<>();
        int end = text.indexOf(')');
        for (int at = 1; at < end;) {
            int next = at;
            while (text.charAt(next) == '[') {
                next++;
            }
            next = text.charAt(next) == 'L' ? text.indexOf(';', next) + 1 : next + 1;
            parameters.add(text.substring(at, next));
            at = next;
        }
        return List.copyOf(parameters);
    }

    /** The type descriptor of the result; {@code V} for void. */
    public String result() {
        return text.substring(text.indexOf(')') + 1);
    }

    /** The parameters with their parentheses, without the result: what overload resolution sees. */
    public String parameterText() {
        return text.substring(0, text.indexOf(')') + 1);
    }

    /** The class that a type descriptor names; empty for primitives, arrays and void. */
    public static Optional<ClassName> classIn(String type) {
        return type.startsWith("L")
            ? Optional.of(new ClassName(type.substring(1, type.length() - 1)))
            : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Descriptor descriptor && text.equals(descriptor.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public int compareTo(Descriptor other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
