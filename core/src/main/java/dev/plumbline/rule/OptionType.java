package dev.plumbline.rule;

import java.util.List;
import java.util.regex.Pattern;

/** What an option of a rule can be set to. Values are written as text; a list has commas between its words. */
public sealed interface OptionType {

    Pattern WORD = Pattern.compile("[^\\s,]+");

    boolean allows(String value);

    /** For the sentence "must be …". */
    String what();

    /** A whole number between two, both included. */
    record Whole(int least, int most) implements OptionType {

        @Override
        public boolean allows(String value) {
            try {
                int number = Integer.parseInt(value);
                return least <= number && number <= most;
            } catch (NumberFormatException other) {
                return false;
            }
        }

        @Override
        public String what() {
            return "a whole number from " + least + " to " + most;
        }
    }

    /** Yes or no. */
    record Flag() implements OptionType {

        @Override
        public boolean allows(String value) {
            return value.equals("true") || value.equals("false");
        }

        @Override
        public String what() {
            return "true or false";
        }
    }

    /** One of some words. */
    record Choice(List<String> words) implements OptionType {

        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public boolean allows(String value) {
            return words.contains(value);
        }

        @Override
        public String what() {
            return words.size() == 1 ? words.get(0)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
        }
    }

    /** Any number of words without white space. */
    record Words() implements OptionType {

        @Override
        public boolean allows(String value) {
            return value.isEmpty() || List.of(value.split(",", -1)).stream().allMatch(WORD.asMatchPredicate());
        }

        @Override
        public String what() {
            return "a list of words without white space and commas";
        }
    }

    /** Any text. */
    record Text() implements OptionType {

        @Override
        public boolean allows(String value) {
            return true;
        }

        @Override
        public String what() {
            return "a text";
        }
    }
}
