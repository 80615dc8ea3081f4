package dev.plumbline.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may stand at a place of the settings file. Files are held against it ({@link ShapeCheck}), and the schema for
 * editors says the same.
 */
public sealed interface Shape {

    /** For the sentence "must be …". */
    String what();

    /**
     * One of some words.
     *
     * @param orTruth whether {@code true} and {@code false} may stand there, too
     */
    record Choice(List<String> words, boolean orTruth) implements Shape {

        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public String what() {
            return words.isEmpty() ? "true or false" : words.size() == 1 ? words.get(0)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
        }
    }

    /** A whole number between two, both included. */
    record Whole(int least, int most) implements Shape {

        @Override
        public String what() {
            return "a whole number from " + least + " to " + most;
        }
    }

    /**
     * A text that is not empty.
     *
     * @param pattern a regular expression that all of it matches; empty for any text
     */
    record Text(String what, String pattern) implements Shape {
    }

    /** A pattern for paths. */
    record Glob() implements Shape {

        @Override
        public String what() {
            return "a glob such as `app/**/*.java`";
        }
    }

    /**
     * A list.
     *
     * @param orOne whether one item may stand there without a list around it
     * @param orNone whether it may be empty or missing
     */
    record Listed(Shape item, boolean orOne, boolean orNone) implements Shape {

        @Override
        public String what() {
            return orOne ? item.what() + ", or a list of them" : "a list, each item of it " + item.what();
        }
    }

    /**
     * Keys with values.
     *
     * @param kind what a key is, for the sentence "there is no …"
     * @param hint what to say of an unknown key that no other is near to; may be empty
     */
    record Keys(String kind, Map<String, Key> keys, Set<String> required, String hint) implements Shape {

        public Keys {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
            required = Collections.unmodifiableSet(new TreeSet<>(required));
        }

        @Override
        public String what() {
            return "a map of " + kind + "s";
        }
    }

    /** A key. */
    record Key(Shape shape, String meaning) {
    }

    /**
     * A word, or a map that says more.
     *
     * @param name the same for all that are equal
     */
    record WordOrKeys(String name, Choice word, Keys keys) implements Shape {

        @Override
        public String what() {
            return word.what() + ", or " + keys.what();
        }
    }
}
