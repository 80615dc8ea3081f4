package dev.plumbline.index;

import dev.plumbline.name.ClassName;
import java.util.Optional;

/** Which class a file of a folder or an archive holds, judged by its name alone. */
final class ClassNames {

    static final String SUFFIX = ".class";

    /**
     * @param file with forward slashes, relative to the folder or archive
     * @return empty when no class that is asked for by name can have that file
     */
    static Optional<ClassName> of(String file) {
        if (!file.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        String name = file.substring(0, file.length() - SUFFIX.length());
        return Optional.of(name)
            .filter(ClassNames::isBinaryName)
            .filter(any -> !any.equals("module-info"))
            .map(ClassName::new);
    }

    /** JVMS 4.2.1: parts are not empty and hold none of {@code . ; [}; this also keeps {@code ..} out. */
    static boolean isBinaryName(String name) {
        boolean atStart = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' || c == ';' || c == '[' || c == '\\' || c == 0 || c == '/' && atStart) {
                return false;
            }
            atStart = c == '/';
        }
        return !atStart;
    }

    private ClassNames() {
    }
}
