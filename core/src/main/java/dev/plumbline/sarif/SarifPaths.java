package dev.plumbline.sarif;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the locations of a run lie below the root of the scan. Tools write URIs, half URIs and paths. */
final class SarifPaths {

    private static final int DEEPEST_BASE = 10;

    private final JsonNode run;
    private final List<String> roots;

    SarifPaths(JsonNode run, Path root) {
        this.run = run;
        this.roots = roots(root);
    }

    /** The path of a location, with forward slashes, relative to the root; empty when it lies outside. */
    Optional<String> path(JsonNode artifact) {
        JsonNode location = artifact.has("uri") ? artifact
            : run.path("artifacts").path(artifact.path("index").asInt(-1)).path("location");
        String uri = resolved(location, DEEPEST_BASE);
        return uri.isBlank() ? Optional.empty() : relative(decoded(uri));
    }

    private String resolved(JsonNode location, int deepest) {
        String uri = location.path("uri").asText("").strip();
        JsonNode base = run.path("originalUriBaseIds").path(location.path("uriBaseId").asText());
        if (isAbsolute(uri) || deepest == 0 || base.isMissingNode()) {
            return uri;
        }
        String before = resolved(base, deepest - 1);
        return before.isEmpty() || before.endsWith("/") ? before + uri : before + "/" + uri;
    }

    private Optional<String> relative(String text) {
        String path = text.replace('\\', '/').replaceFirst("(?i)^file:/*(?=[A-Za-z]:/)", "")
            .replaceFirst("(?i)^file:(//[^/]*)?(?=/)", "");
        if (path.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            return Optional.empty();
        }
        try {
            Path normal = Path.of(path).normalize();
            String name = normal.toString().replace('\\', '/');
            if (!isAbsolute(path)) {
                return Optional.of(name).filter(one -> !one.isEmpty() && !one.equals("..") && !one.startsWith("../"));
            }
            return roots.stream()
                .filter(root -> isBelow(name, root))
                .findFirst()
                .map(root -> name.substring(root.length()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isBelow(String path, String root) {
        boolean windows = root.matches("[A-Za-z]:.*");
        return windows ? path.toLowerCase(Locale.ROOT).startsWith(root.toLowerCase(Locale.ROOT))
            : path.startsWith(root);
    }

    private static boolean isAbsolute(String text) {
        return text.startsWith("/") || text.startsWith("\\") || text.matches("[A-Za-z]:[\\\\/].*")
            || text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    }

    /** The root as it is called and as it really is, each with a slash at the end. */
    private static List<String> roots(Path root) {
        List<String> roots = new ArrayList<>();
        roots.add(slashed(root.toAbsolutePath().normalize()));
        try {
            roots.add(slashed(root.toRealPath()));
        } catch (IOException e) {
            return roots;
        }
        return roots;
    }

    private static String slashed(Path path) {
        String text = path.toString().replace('\\', '/');
        return text.endsWith("/") ? text : text + "/";
    }

    /** What is no valid escape stays as it is: some tools write paths where URIs belong. */
    private static String decoded(String uri) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < uri.length();) {
            if (uri.charAt(i) == '%' && uri.substring(i).matches("(?s)%[0-9A-Fa-f]{2}.*")) {
                bytes.write(Integer.parseInt(uri.substring(i + 1, i + 3), 16));
                i += 3;
            } else {
                int end = uri.offsetByCodePoints(i, 1);
                bytes.writeBytes(uri.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
