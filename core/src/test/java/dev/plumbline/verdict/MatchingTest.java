package dev.plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.finding.Finding;
import dev.plumbline.verdict.Introduced.Where;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final String CART = "src/Cart.java";
    private static final String OPEN = "in = open();";

    @Test
    void theChangeSaysWhichTwinIsTheNewOne() {
        Finding old = Defects.in(CART, 10, "shop/Cart.load", OPEN);
        Finding copy = Defects.in(CART, 10, "shop/Cart.load", OPEN);
        Finding same = Defects.in(CART, 14, "shop/Cart.load", OPEN);
        Comparison comparison = compare(List.of(old), List.of(copy, same),
            Edited.nothing().moved(CART, 10, 14).added(CART, 10));
        assertEquals(List.of(new Introduced(copy, Where.CHANGED_LINE)), comparison.introduced());
        assertEquals(List.of(new Comparison.Kept(old, same)), comparison.unchanged());
    }

    @Test
    void onOneLineTheMessageTellsTwoFindingsApart() {
        Finding in = Defects.of("leak", CART, 3, "shop/Cart.load", "open(a, b)", "`in` stays open");
        Finding out = Defects.of("leak", CART, 3, "shop/Cart.load", "open(a, b)", "`out` stays open");
        Comparison comparison = compare(List.of(out), List.of(in, out), Edited.nothing());
        assertEquals(List.of(new Introduced(in, Where.ELSEWHERE)), comparison.introduced());
    }

    @Test
    void methodsThatChangePlacesKeepTheirOwnFindings() {
        Finding load = Defects.in(CART, 10, "shop/Cart.load", OPEN);
        Finding save = Defects.in(CART, 20, "shop/Cart.save", OPEN);
        Finding saveNow = Defects.in(CART, 10, "shop/Cart.save", "    " + OPEN);
        Finding loadNow = Defects.in(CART, 20, "shop/Cart.load", "    " + OPEN);
        Comparison comparison = compare(List.of(load, save), List.of(saveNow, loadNow),
            Edited.nothing().rewrote(CART, 10).rewrote(CART, 20));
        assertEquals(List.of(new Comparison.Kept(save, saveNow), new Comparison.Kept(load, loadNow)),
            comparison.unchanged());
    }

    @Test
    void anExtractedMethodOfTheSameFileIsNearerThanAnotherFile() {
        Finding other = Defects.in("src/Bag.java", 10, "shop/Bag.load", OPEN);
        Finding here = Defects.in(CART, 10, "shop/Cart.load", OPEN);
        Finding extracted = Defects.in(CART, 30, "shop/Cart.open", OPEN);
        Comparison comparison = compare(List.of(other, here), List.of(extracted),
            Edited.nothing().removed("src/Bag.java", 10).removed(CART, 10).added(CART, 30));
        assertEquals(List.of(new Comparison.Kept(here, extracted)), comparison.unchanged());
        assertEquals(List.of(other), comparison.fixed());
    }

    @Test
    void aMethodMovedToAnotherFileTakesItsFindingsAlong() {
        Finding here = Defects.in(CART, 10, "shop/Cart.load", OPEN);
        Finding there = Defects.in("src/Loader.java", 4, "shop/Loader.load", OPEN);
        Comparison comparison = compare(List.of(here), List.of(there),
            Edited.nothing().removed(CART, 10).added("src/Loader.java", 4));
        assertEquals(List.of(new Comparison.Kept(here, there)), comparison.unchanged());
    }

    @Test
    void aLineThatStillStandsWasNotMovedElsewhere() {
        Finding fixed = Defects.in(CART, 10, "shop/Cart.load", OPEN);
        Finding added = Defects.in("src/Loader.java", 4, "shop/Loader.load", OPEN);
        Comparison comparison = compare(List.of(fixed), List.of(added), Edited.nothing().added("src/Loader.java", 4));
        assertEquals(List.of(fixed), comparison.fixed());
        assertEquals(List.of(new Introduced(added, Where.CHANGED_LINE)), comparison.introduced());
    }

    @Test
    void aRenamedFileWithARenamedClassIsTheSameFile() {
        Finding before = Defects.in(CART, 10, "shop/Cart.load", "in = Cart.open();");
        Finding after = Defects.in("src/Basket.java", 10, "shop/Basket.load", "in = Basket.open();");
        Comparison comparison = compare(List.of(before), List.of(after), Edited.nothing()
            .renamed(CART, "src/Basket.java").removed(CART, 10).added("src/Basket.java", 10));
        assertEquals(List.of(new Comparison.Kept(before, after)), comparison.unchanged());
    }

    @Test
    void aTouchedUpLineKeepsItsDefect() {
        Finding before = Defects.in(CART, 10, "shop/Cart.load", OPEN);
        Finding after = Defects.in(CART, 10, "shop/Cart.load", "in = open(path);");
        Comparison comparison = compare(List.of(before), List.of(after), Edited.nothing().rewrote(CART, 10));
        assertEquals(List.of(new Comparison.Kept(before, after)), comparison.unchanged());
    }

    @Test
    void aClassThatGotItsOwnFileIsTheSameClass() {
        Finding before = Defects.in(CART, 40, "shop/Row.load", OPEN);
        Finding after = Defects.in("src/Row.java", 4, "shop/Row.load", "in = open(path);");
        Comparison comparison = compare(List.of(before), List.of(after),
            Edited.nothing().removed(CART, 40).added("src/Row.java", 4));
        assertEquals(List.of(new Comparison.Kept(before, after)), comparison.unchanged());
    }

    @Test
    void aDefectIsNotTradedForOneInAnotherMethod() {
        Finding before = Defects.in(CART, 10, "shop/Cart.load", OPEN);
        Finding after = Defects.in(CART, 30, "shop/Cart.save", "out = create();");
        Comparison comparison = compare(List.of(before), List.of(after),
            Edited.nothing().removed(CART, 10).added(CART, 30));
        assertEquals(List.of(before), comparison.fixed());
        assertEquals(List.of(new Introduced(after, Where.CHANGED_LINE)), comparison.introduced());
    }

    @Test
    void oneDefectRepairedAndAnotherAddedInAMethodAreTwoDefects() {
        Finding repaired = Defects.in(CART, 10, "shop/Cart.load", OPEN);
        Finding added = Defects.in(CART, 12, "shop/Cart.load", "out = create();");
        Comparison comparison = compare(List.of(repaired), List.of(added), Edited.nothing().added(CART, 12));
        assertEquals(List.of(repaired), comparison.fixed());
        assertEquals(List.of(new Introduced(added, Where.CHANGED_LINE)), comparison.introduced());
    }

    @Test
    void whereOnlyTheTypeIsKnownTheFileHoldsTheTouchedUpLine() {
        Finding before = Defects.in(CART, 10, "shop.Cart", "catch (Exception e) {");
        Finding after = Defects.in(CART, 10, "shop.Cart,Row", "catch (Throwable e) {");
        assertEquals(List.of(new Comparison.Kept(before, after)),
            compare(List.of(before), List.of(after), Edited.nothing().rewrote(CART, 10)).unchanged());
        assertEquals(List.of(before),
            compare(List.of(before), List.of(after), Edited.nothing().removed(CART, 10)).fixed());
    }

    @Test
    void noTextIsLikeNoOther() {
        Finding before = Defects.in(CART, 10, "shop/Cart.load", "");
        Finding after = Defects.in("src/Loader.java", 4, "shop/Cart.load", "  ");
        Comparison comparison = compare(List.of(before), List.of(after), Edited.nothing().removed(CART, 10));
        assertEquals(List.of(before), comparison.fixed());
        assertEquals(List.of(new Introduced(after, Where.ELSEWHERE)), comparison.introduced());
    }

    @Test
    void anotherRuleIsAnotherDefect() {
        Finding before = Defects.of("leak", CART, 10, "shop/Cart.load", OPEN, "same");
        Finding after = Defects.of("race", CART, 10, "shop/Cart.load", OPEN, "same");
        assertEquals(List.of(before), compare(List.of(before), List.of(after), Edited.nothing()).fixed());
    }

    @Test
    void anUntouchedCallerIsElsewhereAndAnEditedMethodSaysSo() {
        Finding caller = Defects.in("src/Caller.java", 7, "shop/Caller.run", "cart.load();");
        Finding edited = Defects.in(CART, 10, "shop/Cart.load", OPEN);
        Comparison comparison = Matching.of(List.of(), List.of(caller, edited), Edited.nothing(), edited::equals,
            any -> true);
        assertEquals(List.of(new Introduced(caller, Where.ELSEWHERE), new Introduced(edited, Where.CHANGED_METHOD)),
            comparison.introduced());
    }

    @Test
    void nobodyIsBlamedForWhatBaseCouldNotShow() {
        Finding old = Defects.in(CART, 10, "shop/Cart.load", OPEN);
        Finding written = Defects.in(CART, 12, "shop/Cart.load", "in = other();");
        Comparison comparison = Matching.of(List.of(), List.of(old, written), Edited.nothing().added(CART, 12),
            any -> true, any -> false);
        assertEquals(List.of(old), comparison.unseenBefore());
        assertEquals(List.of(new Introduced(written, Where.CHANGED_LINE)), comparison.introduced());
    }

    private static Comparison compare(List<Finding> before, List<Finding> after, Correspondence lines) {
        return Matching.of(before, after, lines, any -> false, any -> true);
    }
}
