package dev.plumbline.cli.manual;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.ITypeInfo;

/** What a shell can offer for the value of an option or a parameter. */
enum Value {
    NONE, CHOICE, FILE, FOLDER, WORD;

    static Value of(ArgSpec argument) {
        if (argument.arity().max() == 0) {
            return NONE;
        }
        if (!candidates(argument).isEmpty()) {
            return CHOICE;
        }
        String label = argument.paramLabel();
        if (label.endsWith("FOLDER")) {
            return FOLDER;
        }
        boolean isFile = label.equals("FILE") || types(argument).anyMatch(type -> type.getType() == Path.class);
        return isFile ? FILE : WORD;
    }

    /** The words that are possible, if they can be counted. */
    static List<String> candidates(ArgSpec argument) {
        List<String> candidates = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(candidates::add);
            return candidates;
        }
        return types(argument).filter(ITypeInfo::isEnum).findFirst().map(ITypeInfo::getEnumConstantNames)
            .orElse(List.of());
    }

    /** The type itself and what it is a list or an option of. */
    private static Stream<ITypeInfo> types(ArgSpec argument) {
        ITypeInfo type = argument.typeInfo();
        return type.isMap() ? Stream.empty()
            : Stream.concat(Stream.of(type), type.getAuxiliaryTypeInfos().stream());
    }
}
