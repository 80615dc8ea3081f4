package dev.plumbline.sharing;

import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.Site;
import dev.plumbline.name.MethodRef;
import java.util.Comparator;
import java.util.Set;

/**
 * One use of a field, or of the object that it holds. RacerD calls this an access snapshot (Blackshear et al., OOPSLA
 * 2018).
 *
 * @param field its name
 * @param method where; it may be of another class
 * @param site the instruction
 * @param kind what is done
 * @param locks what is surely held there, in the words of the field's owner: {@code this.lock} is a field of the
 *     object whose field is used. A lock that the owner can not name keeps the method's word, after a question mark.
 * @param isOwned whether no other thread can reach the object yet: it is being made, or was made in this method
 */
public record Touch(String field, MethodRef method, Site site, Kind kind, Set<Lock> locks, boolean isOwned)
        implements Comparable<Touch> {

    private static final Comparator<Touch> ORDER = Comparator.comparing(Touch::method).thenComparing(Touch::site);

    /** What is done with the field. */
    public enum Kind {
        READ, WRITE,
        /** A method that changes the object in the field is called on it: {@code items.add(item)}. */
        CHANGE
    }

    public boolean changes() {
        return kind != Kind.READ;
    }

    /** Whether any lock is held, one the owner can name or another. */
    public boolean isLocked() {
        return !locks.isEmpty();
    }

    /** Whether a lock is held here and there that keeps the two apart; two read locks do not. */
    public boolean excludes(Touch other) {
        return locks.stream().anyMatch(lock -> isNamed(lock) && other.locks.stream()
            .anyMatch(theirs -> theirs.path().equals(lock.path()) && !(theirs.shared() && lock.shared())));
    }

    private static boolean isNamed(Lock lock) {
        return !lock.path().path().startsWith("?");
    }

    @Override
    public int compareTo(Touch other) {
        return ORDER.compare(this, other);
    }
}
