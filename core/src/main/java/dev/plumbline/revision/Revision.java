package dev.plumbline.revision;

import java.util.List;
import java.util.Optional;

/** The text of a project at one time: a commit, a work tree or a folder. */
public interface Revision {

    /** For people: {@code work tree}, or a commit's short name. */
    String name();

    /** All regular files, by path with forward slashes relative to the root, sorted. */
    List<String> files();

    /** The bytes of a file; empty when there is none of that path. */
    Optional<byte[]> read(String path);
}
