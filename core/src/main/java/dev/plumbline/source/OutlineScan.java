package dev.plumbline.source;

import dev.plumbline.source.Lexer.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the declarations of a file by its brackets alone. Each open bracket is a level; on the levels that
 * are bodies of types a name with parentheses before an open brace is a method. All other braces are code, in
 * which only {@code new} and the words that begin a type can open the body of a type again.
 */
final class OutlineScan {

    /** An open bracket and what has been seen on its level since the last declaration ended. */
    private static final class Level {
        private final boolean body;
        private final String type;
        private boolean constants;
        private boolean creation;
        private boolean value;
        private String called = "";

        /**
         * @param type the name of the type whose body it is; empty for anonymous types and for what is no
         * body
         */
        private Level(boolean body, String type, boolean constants) {
            this.body = body;
            this.type = type;
            this.constants = constants;
        }

        private void ended() {
            value = false;
            called = "";
        }
    }

    private static final Set<String> MODIFIERS = Set.of("public", "protected", "private");

    private final Lexer lexer;
    private final StringBuilder packageName = new StringBuilder();
    private final List<String> types = new ArrayList<>();
    private final TreeMap<String, Integer> methods = new TreeMap<>();
    private final Deque<Level> levels = new ArrayDeque<>();

    private String word = "";
    private boolean typed;
    private String declared = "";
    private boolean declaredEnum;
    private boolean created;
    private boolean creating;
    private int arguments;

    OutlineScan(String text) {
        lexer = new Lexer(text);
        levels.push(new Level(true, "", false));
    }

    Outline run() {
        for (Kind kind = lexer.nextCode(); kind != Kind.END; kind = lexer.nextCode()) {
            boolean afterCreation = created;
            created = false;
            if (kind == Kind.WORD) {
                word();
            } else if (kind == Kind.SYMBOL) {
                symbol(lexer.first(), afterCreation);
            } else {
                creating = false;
                word = "";
            }
        }
        return new Outline(packageName.toString(), List.copyOf(types),
            Collections.unmodifiableSortedMap(methods));
    }

    private void word() {
        String previous = word;
        word = lexer.token();
        typed = !previous.isEmpty() && !MODIFIERS.contains(previous);
        switch (word) {
            case "new" -> {
                creating = true;
                arguments = 0;
            }
            case "class", "interface", "enum" -> {
                if (!previous.equals(".")) {
                    declare(word.equals("enum"));
                }
            }
            case "record" -> {
                if (!previous.equals(".") && beginsRecord()) {
                    declare(false);
                }
            }
            case "default" -> {
                Level level = levels.peek();
                level.value |= !level.called.isEmpty();
            }
            case "package" -> {
                if (levels.size() == 1 && types.isEmpty() && packageName.isEmpty()) {
                    readPackage();
                }
            }
            default -> {
            }
        }
    }

    private void declare(boolean isEnum) {
        if (lexer.nextCode() == Kind.WORD) {
            declared = lexer.token();
            declaredEnum = isEnum;
        } else {
            lexer.back(lexer.start());
        }
    }

    /** {@code record} is a name like any other unless a name and a header follow. */
    private boolean beginsRecord() {
        int here = lexer.end();
        boolean begins = lexer.nextCode() == Kind.WORD && lexer.nextCode() == Kind.SYMBOL
            && (lexer.first() == '(' || lexer.first() == '<');
        lexer.back(here);
        return begins;
    }

    private void readPackage() {
        Kind kind = lexer.nextCode();
        while (kind == Kind.WORD || kind == Kind.SYMBOL && lexer.first() == '.') {
            packageName.append(lexer.token());
            kind = lexer.nextCode();
        }
    }

    private void symbol(char symbol, boolean afterCreation) {
        String before = word;
        word = symbol == '.' ? "." : "";
        switch (symbol) {
            case '@' -> annotation();
            case '(' -> openParenthesis(before);
            case '{' -> openBrace(afterCreation);
            case '[' -> open(new Level(false, "", false));
            case ')', ']', '}' -> close(symbol);
            case ';' -> {
                Level level = levels.peek();
                level.ended();
                level.constants = false;
                declared = "";
                creating = false;
            }
            case ',' -> {
                Level level = levels.peek();
                if (level.constants) {
                    level.ended();
                }
                creating &= arguments > 0;
            }
            case '<' -> arguments++;
            case '>' -> arguments--;
            case '=' -> {
                levels.peek().value = true;
                creating = false;
            }
            case '.', '?', '&' -> {
            }
            default -> creating = false;
        }
    }

    /**
     * Skips the annotation's name, so that it is not taken for a method; its arguments are a level like
     * others.
     */
    private void annotation() {
        int here = lexer.end();
        if (lexer.nextCode() != Kind.WORD || lexer.is("interface")) {
            lexer.back(here);
            return;
        }
        here = lexer.end();
        Kind kind = lexer.nextCode();
        while (kind == Kind.SYMBOL && lexer.first() == '.' && lexer.nextCode() == Kind.WORD) {
            here = lexer.end();
            kind = lexer.nextCode();
        }
        if (kind == Kind.SYMBOL && lexer.first() == '(') {
            boolean inCreation = creating;
            skipParentheses();
            creating = inCreation;
        } else {
            lexer.back(here);
        }
    }

    private void skipParentheses() {
        int depth = 1;
        while (depth > 0) {
            Kind kind = lexer.nextCode();
            if (kind == Kind.END) {
                return;
            }
            if (kind == Kind.SYMBOL) {
                depth += lexer.first() == '(' ? 1 : lexer.first() == ')' ? -1 : 0;
            }
        }
    }

    private void openParenthesis(String before) {
        Level level = levels.peek();
        if (level.body && !level.value && !level.constants && declared.isEmpty() && level.called.isEmpty()) {
            boolean constructor = before.equals(level.type) && !typed;
            level.called = constructor ? "<init>" : before;
        }
        Level parentheses = new Level(false, "", false);
        parentheses.creation = creating && arguments <= 0;
        open(parentheses);
    }

    private void openBrace(boolean afterCreation) {
        Level level = levels.peek();
        if (!declared.isEmpty()) {
            openType(level);
        } else if (afterCreation || level.constants) {
            open(new Level(true, "", false));
        } else {
            if (level.body && !level.value) {
                if (!level.called.isEmpty()) {
                    methods.merge(level.called, 1, Integer::sum);
                }
                level.ended();
            }
            open(new Level(false, "", false));
        }
    }

    private void openType(Level level) {
        if (levels.size() == 1) {
            types.add(declared);
        }
        if (level.body && !level.value) {
            level.ended();
        }
        Level body = new Level(true, declared, declaredEnum);
        declared = "";
        declaredEnum = false;
        open(body);
    }

    private void open(Level level) {
        creating &= !level.body && !level.creation && arguments > 0;
        levels.push(level);
    }

    private void close(char symbol) {
        creating &= symbol == ']' && arguments > 0;
        if (levels.size() > 1) {
            created = levels.pop().creation && symbol == ')';
        }
    }
}
