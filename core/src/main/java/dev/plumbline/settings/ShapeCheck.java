package dev.plumbline.settings;

import dev.plumbline.rule.NearMatches;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Holds what stands in a file against what may stand there. */
record ShapeCheck(Mistakes mistakes) {

    /** @param at what the value belongs to, for the sentence "… must be …" */
    void check(Value value, Shape shape, String at) {
        if (shape instanceof Shape.Keys keys) {
            checkKeys(value, keys, at);
        } else if (shape instanceof Shape.Listed list) {
            checkList(value, list, at);
        } else if (shape instanceof Shape.WordOrKeys either) {
            if (value instanceof Value.Entries) {
                checkKeys(value, either.keys(), at);
            } else {
                checkScalar(value, either.word(), at, either.what());
            }
        } else {
            checkScalar(value, shape, at, shape.what());
        }
    }

    private void checkScalar(Value value, Shape shape, String at, String what) {
        if (!fits(value, shape)) {
            mistakes.add(value.line(), at + " must be " + what + ", not " + words(value) + question(value, shape));
        } else if (shape instanceof Shape.Glob) {
            Globs.problem(text(value)).ifPresent(problem -> mistakes.add(value.line(),
                at + " is no glob (" + problem + ")."));
        }
    }

    private void checkKeys(Value value, Shape.Keys shape, String at) {
        if (value instanceof Value.Nothing && shape.required().isEmpty()) {
            return;
        }
        if (!(value instanceof Value.Entries map)) {
            mistakes.add(value.line(), at + " must be " + shape.what() + ", not " + words(value) + ".");
            return;
        }
        for (Value.Entry entry : map.entries()) {
            Optional.ofNullable(shape.keys().get(entry.key())).ifPresentOrElse(
                key -> check(entry.value(), key.shape(), entry.key()),
                () -> mistakes.add(entry.line(),
                    "There is no " + shape.kind() + " " + entry.key() + hint(entry.key(), shape)));
        }
        for (String key : shape.required()) {
            if (map.entries().stream().noneMatch(entry -> entry.key().equals(key))) {
                mistakes.add(map.line(), at + " needs a " + shape.kind() + " " + key + ".");
            }
        }
    }

    private static String hint(String wrong, Shape.Keys shape) {
        List<String> names = shape.keys().keySet().stream().sorted().toList();
        String question = NearMatches.question(wrong, names);
        if (!question.isEmpty() || !shape.hint().isEmpty()) {
            return question.isEmpty() ? "; " + shape.hint() : question;
        }
        return names.isEmpty() ? "; there are none." : "; there are " + String.join(", ", names) + ".";
    }

    private void checkList(Value value, Shape.Listed shape, String at) {
        if (value instanceof Value.Items list && (shape.orNone() || !list.values().isEmpty())) {
            list.values().forEach(item -> check(item, shape.item(), shape.orOne() ? at : "An item of " + at));
        } else if (value instanceof Value.Scalar && shape.orOne()) {
            check(value, shape.item(), at);
        } else if (!(value instanceof Value.Nothing) || !shape.orNone()) {
            mistakes.add(value.line(), at + " must be " + shape.what() + ", not " + words(value) + ".");
        }
    }

    private static boolean fits(Value value, Shape shape) {
        if (!(value instanceof Value.Scalar scalar)) {
            return false;
        }
        if (shape instanceof Shape.Choice choice) {
            return choice.words().contains(scalar.value()) || choice.orTruth() && scalar.value() instanceof Boolean;
        }
        if (shape instanceof Shape.Whole whole) {
            return scalar.value() instanceof Number number && isWhole(number, whole);
        }
        return scalar.value() instanceof String text && !text.isEmpty()
            && (!(shape instanceof Shape.Text like) || like.pattern().isEmpty() || text.matches(like.pattern()));
    }

    private static boolean isWhole(Number number, Shape.Whole whole) {
        if (number instanceof Double real && (real.isNaN() || real.isInfinite())) {
            return false;
        }
        BigDecimal exact = new BigDecimal(number.toString());
        return exact.stripTrailingZeros().scale() <= 0 && exact.compareTo(BigDecimal.valueOf(whole.least())) >= 0
            && exact.compareTo(BigDecimal.valueOf(whole.most())) <= 0;
    }

    private static String question(Value value, Shape shape) {
        String question = shape instanceof Shape.Choice choice && value instanceof Value.Scalar scalar
            ? NearMatches.question(scalar.value().toString(), choice.words()) : "";
        return question.isEmpty() ? "." : question;
    }

    private static String text(Value value) {
        return ((Value.Scalar) value).value().toString();
    }

    private static String words(Value value) {
        return value instanceof Value.Scalar scalar ? "`" + scalar.value() + "`"
            : value instanceof Value.Nothing ? "nothing" : value instanceof Value.Items ? "a list" : "a map";
    }
}
