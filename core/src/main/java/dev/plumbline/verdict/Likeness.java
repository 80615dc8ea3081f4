package dev.plumbline.verdict;

import dev.plumbline.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One reason to take a finding of base and one of head for the same defect: their keys are equal. A finding without a
 * key is like no other. The rule is always part of the key, the number of a line only where the change maps it.
 */
record Likeness(Function<Finding, Optional<List<?>>> ofBefore, Function<Finding, Optional<List<?>>> ofAfter) {

    /**
     * <ol>
     * <li>the same line, as the change maps lines;
     * <li>the same text in the same class or method;
     * <li>the same text in the same file;
     * <li>the same text anywhere, if its line is gone from where it was: a method moved, a file was split;
     * <li>a line that the change edited, in the place of one that is gone, in the same class or method;
     * <li>the same in a file and a method of the same name: a class was renamed.
     * </ol>
     */
    static List<Likeness> surestFirst(Correspondence lines) {
        return List.of(
            new Likeness(
                finding -> lines.after(line(finding)).map(List::of),
                finding -> Optional.of(List.of(line(finding)))),
            of(finding -> text(finding).filter(text -> isIn(finding)).map(text -> List.of(subject(finding), text))),
            new Likeness(
                finding -> text(finding).flatMap(text -> lines.after(path(finding)).map(to -> List.of(to, text))),
                finding -> text(finding).map(text -> List.of(path(finding), text))),
            new Likeness(
                finding -> text(finding).filter(text -> isGone(finding, lines)).map(List::of),
                finding -> text(finding).map(List::of)),
            touchedUp(lines, of(finding -> Optional.of(subject(finding)).filter(in -> isIn(finding)).map(List::of))),
            touchedUp(lines, new Likeness(
                finding -> lines.after(path(finding)).map(to -> List.of(to, method(finding))),
                finding -> Optional.of(List.of(path(finding), method(finding))))));
    }

    Optional<List<?>> before(Finding finding) {
        return ofBefore.apply(finding).map(key -> List.of(finding.rule(), key));
    }

    Optional<List<?>> after(Finding finding) {
        return ofAfter.apply(finding).map(key -> List.of(finding.rule(), key));
    }

    Likeness withMessage() {
        return new Likeness(
            finding -> ofBefore.apply(finding).map(key -> List.of(key, finding.message())),
            finding -> ofAfter.apply(finding).map(key -> List.of(key, finding.message())));
    }

    static Correspondence.Line line(Finding finding) {
        return new Correspondence.Line(path(finding), finding.place().line());
    }

    private static Likeness of(Function<Finding, Optional<List<?>>> both) {
        return new Likeness(both, both);
    }

    /** One defect before, one after: the line of the old one was edited, and the new one is on an edited line. */
    private static Likeness touchedUp(Correspondence lines, Likeness place) {
        return new Likeness(
            finding -> isGone(finding, lines) ? place.ofBefore.apply(finding) : Optional.empty(),
            finding -> lines.isChanged(line(finding)) ? place.ofAfter.apply(finding) : Optional.empty());
    }

    private static boolean isGone(Finding finding, Correspondence lines) {
        return lines.after(line(finding)).isEmpty();
    }

    private static String path(Finding finding) {
        return finding.place().path();
    }

    /** Two findings on no code have nothing in common. */
    private static Optional<String> text(Finding finding) {
        return Optional.of(finding.fingerprint().line()).filter(text -> !text.isEmpty());
    }

    private static String subject(Finding finding) {
        return finding.fingerprint().subject();
    }

    private static boolean isIn(Finding finding) {
        return !subject(finding).isEmpty();
    }

    /**
     * The method's name in {@code shop/Cart.add}; empty where the subject is only a type, as in {@code shop/Cart} and
     * {@code shop.Cart}. Without a package a method can not be told from a type, and is taken for one.
     */
    private static String method(Finding finding) {
        String subject = subject(finding);
        int slash = subject.lastIndexOf('/');
        int dot = subject.indexOf('.', slash + 1);
        return slash < 0 || dot < 0 ? "" : subject.substring(dot + 1);
    }
}
