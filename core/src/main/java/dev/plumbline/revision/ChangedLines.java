package dev.plumbline.revision;

import java.util.OptionalInt;
import java.util.SortedSet;

/** Which lines of a file a change left alone, added, or moved here from elsewhere. Lines count from 1. */
public interface ChangedLines {

    /** Where an unchanged line of base is at head. */
    OptionalInt after(int lineBefore);

    /** Lines of head that the change added or edited, moved ones not among them. */
    SortedSet<Integer> added();

    /** Lines of head that stood elsewhere in base, in this file or another, as part of the same block. */
    SortedSet<Integer> moved();
}
