package dev.plumbline.settings;

import java.util.List;

/** What stands in a settings file, with the line it stands on. */
sealed interface Value {

    int line();

    /** A string, a truth value or a number, as the core schema of YAML 1.2 has it. */
    record Scalar(Object value, int line) implements Value {
    }

    /** Nothing, as behind a key whose children are all comments. */
    record Nothing(int line) implements Value {
    }

    /** A list. */
    record Items(List<Value> values, int line) implements Value {

        public Items {
            values = List.copyOf(values);
        }
    }

    /** Keys with values, no key twice. */
    record Entries(List<Entry> entries, int line) implements Value {

        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /** A key with its value. */
    record Entry(String key, Value value, int line) {
    }
}
