package dev.plumbline.verdict;

import dev.plumbline.finding.Finding;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Whether a change introduces more than people's changes of its size do.
 *
 * @param total the ratio over all measured rules; empty when the score is withheld
 * @param byPack the same for each pack whose rules found something in people's changes
 * @param sentence the arithmetic in one sentence; when the score is withheld, why
 * @param unmeasured introduced findings of rules without a human rate: they count in no ratio
 * @param caveats sentences to read the ratio with
 */
public record Score(Verdict verdict, Optional<Ratio> total, SortedMap<String, Ratio> byPack, String sentence,
        List<Finding> unmeasured, List<String> caveats) {

    public Score {
        byPack = Collections.unmodifiableSortedMap(new TreeMap<>(byPack));
        unmeasured = List.copyOf(unmeasured);
        caveats = List.copyOf(caveats);
    }

    /**
     * @param people what people's changes introduced
     * @param rules the rules of the scan, those left out that are no longer what was measured
     * @param packOf the pack of a rule
     */
    public static Score of(Comparison comparison, Exposure exposure, HumanChanges people, Set<String> rules,
            Function<String, String> packOf) {
        Expectation expectation = Expectation.of(exposure, people, rules, packOf);
        List<Finding> introduced = comparison.introduced().stream().map(Introduced::finding).toList();
        List<Finding> unmeasured = introduced.stream()
            .filter(finding -> !expectation.rules().contains(finding.rule())).toList();
        Optional<String> reason = exposure.reasonToWithhold().or(expectation::reasonToWithhold);
        if (reason.isPresent()) {
            return new Score(Verdict.WITHHELD, Optional.empty(), new TreeMap<>(), reason.get(), unmeasured, List.of());
        }
        Ratio total = expectation.total(introduced.size() - unmeasured.size());
        SortedMap<String, Ratio> byPack = new TreeMap<>();
        expectation.byPack().keySet().forEach(pack -> byPack.put(pack, expectation.pack(pack,
            (int) introduced.stream()
                .filter(finding -> expectation.rules().contains(finding.rule()))
                .filter(finding -> packOf.apply(finding.rule()).equals(pack))
                .count())));
        return new Score(Verdict.on(total), Optional.of(total), byPack, Arithmetic.of(total, exposure.analysed()),
            unmeasured, expectation.caveats());
    }

    public boolean isWithheld() {
        return verdict == Verdict.WITHHELD;
    }
}
