package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Debt;
import dev.plumbline.engine.Review;
import dev.plumbline.finding.Finding;
import dev.plumbline.verdict.Exposure;
import dev.plumbline.verdict.Gate;
import dev.plumbline.verdict.Introduced;
import dev.plumbline.verdict.Ratio;
import dev.plumbline.verdict.Score;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;

/**
 * A judged change as Plumbline's own JSON, for programs that want all of it: {@code plumbline-review.schema.json}
 * beside this class is its documentation. Members are only ever added within a format version.
 */
public final class ReviewJson implements ReviewWriter {

    private static final int FORMAT_VERSION = 1;
    /** Nobody can use more, and the last digits of a logarithm are another machine's business. */
    private static final MathContext DIGITS = new MathContext(6);

    private final JsonNodeFactory json = JsonNodeFactory.instance;

    private ReviewJson() {
    }

    public static ReviewJson indented() {
        return new ReviewJson();
    }

    @Override
    public String write(Review review) {
        ObjectNode root = json.objectNode();
        root.put("format", "plumbline-review");
        root.put("formatVersion", FORMAT_VERSION);
        root.put("plumblineVersion", review.report().version());
        root.put("base", Portable.revision(review.base()));
        root.put("head", Portable.revision(review.head()));
        root.put("verdict", JsonText.word(review.score().verdict()));
        root.set("decision", decision(review.decision()));
        root.set("score", score(review.score(), review.against()));
        root.set("exposure", exposure(review.exposure()));
        root.set("introduced", introduced(review));
        root.set("fixed", JsonParts.findings(review.comparison().fixed()));
        root.set("unseenBefore", JsonParts.findings(review.comparison().unseenBefore()));
        ArrayNode debts = root.putArray("debts");
        review.debts().forEach(debt -> debts.add(debt(debt)));
        root.set("others", others(review));
        root.put("complete", !review.report().isIncomplete());
        root.set("notices", JsonParts.notices(review.report().notices()));
        root.set("rules", JsonParts.strings(review.report().ran()));
        root.set("tools", JsonParts.tools(review.report().tools()));
        return JsonText.of(root);
    }

    private ObjectNode decision(Gate.Decision decision) {
        ObjectNode node = json.objectNode().put("outcome", JsonText.word(decision.outcome()));
        node.set("reasons", JsonParts.strings(decision.reasons()));
        return node;
    }

    private ObjectNode score(Score score, List<String> against) {
        ObjectNode node = json.objectNode();
        node.put("sentence", score.sentence());
        score.total().ifPresent(total -> node.set("total", ratio(total)));
        ObjectNode packs = node.putObject("packs");
        score.byPack().forEach((pack, ratio) -> packs.set(pack, ratio(ratio)));
        node.set("against", JsonParts.strings(against));
        node.set("caveats", JsonParts.strings(score.caveats()));
        node.putObject("published").put("ratio", Ratio.PUBLISHED).put("source", ReviewWords.SOURCE);
        return node;
    }

    private ObjectNode ratio(Ratio ratio) {
        return json.objectNode()
            .put("introduced", ratio.introduced())
            .put("expected", rounded(ratio.expected()))
            .put("shape", rounded(ratio.shape()))
            .put("mean", rounded(ratio.mean()))
            .put("low", rounded(ratio.low()))
            .put("high", rounded(ratio.high()))
            .put("aboveOne", rounded(ratio.worse()))
            .put("abovePublished", rounded(ratio.beyond()));
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    private ObjectNode exposure(Exposure exposure) {
        ObjectNode node = json.objectNode()
            .put("analysed", exposure.analysed())
            .put("unanalysed", exposure.unanalysed());
        ObjectNode layers = node.putObject("layers");
        exposure.lines().forEach(layers::put);
        return node;
    }

    private ArrayNode introduced(Review review) {
        Set<Finding> hidden = Set.copyOf(review.hidden());
        Set<Finding> unmeasured = Set.copyOf(review.score().unmeasured());
        ArrayNode array = json.arrayNode();
        for (Introduced one : review.comparison().introduced()) {
            array.add(JsonParts.finding(one.finding())
                .put("where", JsonText.word(one.where()))
                .put("hidden", hidden.contains(one.finding()))
                .put("inRatio", !review.score().isWithheld() && !unmeasured.contains(one.finding())));
        }
        return array;
    }

    /** Nobody compared them with base: a finding on a changed line may be an old one. */
    private ObjectNode others(Review review) {
        ObjectNode node = json.objectNode().put("quality", "changed-lines-only");
        node.set("findings", JsonParts.findings(review.others()));
        return node;
    }

    private ObjectNode debt(Debt debt) {
        ObjectNode node = json.objectNode().put("kind", debt.kind()).put("what", debt.what());
        node.set("place", JsonParts.place(debt.place()));
        return node;
    }
}
