package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says paths of a callee in the words of its caller: {@code this.lock} of receiver {@code r} is {@code r.lock}. */
final class Translation {

    private Translation() {
    }

    static Set<String> toCaller(Set<String> paths, Call call) {
        return paths.isEmpty()
            ? Set.of()
            : paths.stream().flatMap(path -> toCaller(path, call).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> toCaller(String path, Call call) {
        if (path.startsWith("static ")) {
            return Optional.of(path);
        }
        if (startsWith(path, Origin.THIS.path())) {
            return replaced(path, Origin.THIS.path(), call.receiver());
        }
        List<Origin> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (startsWith(path, "arg" + i)) {
                return replaced(path, "arg" + i, arguments.get(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> replaced(String path, String start, Origin by) {
        return by.isKnown() ? Optional.of(by.path() + path.substring(start.length())) : Optional.empty();
    }

    private static boolean startsWith(String path, String start) {
        return path.equals(start) || path.startsWith(start + ".");
    }
}
