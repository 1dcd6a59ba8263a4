package io.dmio.report.page;

import io.dmio.model.Quantities;
import io.dmio.report.page.ComparisonPage.CallView;
import io.dmio.report.page.ComparisonPage.CountView;
import io.dmio.report.page.ComparisonPage.RowView;
import io.dmio.report.page.ComparisonPage.RunView;
import io.dmio.run.Aspect;
import io.dmio.run.CallFigures;
import io.dmio.run.ComparedCall;
import io.dmio.run.ComparedRun;
import io.dmio.run.ComparisonWords;
import io.dmio.run.RunComparison;
import io.dmio.sim.Digest;
import io.dmio.story.Wording;
import io.dmio.testbed.RunResult;
import java.util.Arrays;
import java.util.List;

/** Turns a comparison into what its page prints. */
public final class ComparisonPageBuilder {

  private static final int MOST_DIFFERING = 1000;
  private static final int MOST_SAME = 300;

  private final RunComparison comparison;

  public ComparisonPageBuilder(RunComparison comparison) {
    this.comparison = comparison;
  }

  ComparisonPage page(RawContent style) {
    ComparedRun left = comparison.left();
    ComparedRun right = comparison.right();
    List<ComparedCall> differing = comparison.differing();
    List<ComparedCall> same =
        comparison.calls().stream().filter(call -> call.differences().isEmpty()).toList();
    return new ComparisonPage(
        title(),
        differing.isEmpty() ? "SAME" : "DIFFERENT",
        tone(),
        ComparisonWords.summary(comparison) + ".",
        List.of(run(left), run(right)),
        Arrays.stream(Aspect.values()).map(this::count).toList(),
        views(differing, MOST_DIFFERING),
        note(differing.size() - MOST_DIFFERING),
        views(same, MOST_SAME),
        note(same.size() - MOST_SAME),
        style);
  }

  /** The class of the page's head: a difference is no failure. */
  private String tone() {
    boolean hold =
        comparison.left().result().verdict().holds()
            && comparison.right().result().verdict().holds();
    if (!hold) {
      return "fails";
    }
    return comparison.differing().isEmpty() ? "holds" : "neutral";
  }

  private String title() {
    ComparedRun left = comparison.left();
    ComparedRun right = comparison.right();
    String scenario = left.result().scenario();
    boolean one = scenario.equals(right.result().scenario());
    return (one ? scenario + ": " : "") + left.label() + " and " + right.label();
  }

  private static RunView run(ComparedRun run) {
    RunResult result = run.result();
    return new RunView(
        run.label(),
        Wording.verdict(result),
        result.verdict().holds(),
        result.scenario(),
        Quantities.seed(result.seed()),
        result.dialect().text(),
        Quantities.time(result.totals().virtualTimeNanos()),
        result.totals().calls(),
        result.totals().failedCalls(),
        result.totals().bios(),
        Digest.format(result.digests().fingerprint()),
        Digest.format(result.digests().outcome()),
        result.failures().isEmpty() ? "" : result.failures().get(0).message(),
        run.command());
  }

  private CountView count(Aspect aspect) {
    return new CountView(aspect.text(), aspect.about(), comparison.count(aspect));
  }

  private static List<CallView> views(List<ComparedCall> calls, int most) {
    return calls.stream().limit(most).map(ComparisonPageBuilder::call).toList();
  }

  private static CallView call(ComparedCall call) {
    CallFigures figures = call.either();
    boolean both = call.left() != null && call.right() != null;
    List<RowView> rows =
        Arrays.stream(Aspect.values())
            .filter(aspect -> both == (aspect != Aspect.CALL))
            .map(aspect -> row(call, aspect))
            .toList();
    return new CallView(call.name(), figures.task(), figures.does(), rows);
  }

  private static RowView row(ComparedCall call, Aspect aspect) {
    List<String> sides = ComparisonWords.sides(call, aspect);
    return new RowView(
        aspect.text(), call.differences().contains(aspect), sides.get(0), sides.get(1));
  }

  private static String note(int left) {
    return left <= 0 ? "" : Quantities.count(left, "more call") + " not shown.";
  }
}
