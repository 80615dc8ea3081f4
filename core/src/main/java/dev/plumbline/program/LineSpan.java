package dev.plumbline.program;

import com.github.javaparser.ast.Node;
import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Site;

/** First and last line of some code; {@link #NONE} when it has no lines. */
record LineSpan(int first, int last) {

    static final LineSpan NONE = new LineSpan(Integer.MAX_VALUE, 0);

    static LineSpan of(Node node) {
        return node.getRange().map(range -> new LineSpan(range.begin.line, range.end.line)).orElse(NONE);
    }

    static LineSpan of(MethodCode method) {
        int first = NONE.first();
        int last = NONE.last();
        for (int site = 0; site < method.size(); site++) {
            int line = method.line(new Site(site));
            if (line > 0) {
                first = Math.min(first, line);
                last = Math.max(last, line);
            }
        }
        return new LineSpan(first, last);
    }

    /** Without bridges, which the Eclipse compiler puts on line 1. */
    static LineSpan of(ClassFile type) {
        return type.methods().stream()
            .filter(method -> !method.header().isSynthetic())
            .map(LineSpan::of)
            .reduce(NONE, LineSpan::with);
    }

    private LineSpan with(LineSpan other) {
        return new LineSpan(Math.min(first, other.first), Math.max(last, other.last));
    }

    /** What has no lines lies everywhere. */
    boolean contains(LineSpan inner) {
        return first <= inner.first && inner.last <= last;
    }

    boolean meets(LineSpan other) {
        return first <= other.last && other.first <= last;
    }

    boolean contains(int line) {
        return first <= line && line <= last;
    }
}
