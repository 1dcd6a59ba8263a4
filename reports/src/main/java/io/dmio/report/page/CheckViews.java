package io.dmio.report.page;

import io.dmio.check.Check;
import io.dmio.check.Comparison;
import io.dmio.report.page.RunPage.CheckView;
import io.dmio.report.page.RunPage.CountView;
import io.dmio.story.ComparedText;
import io.dmio.story.ScenarioLines;
import io.dmio.testbed.RunResult;
import java.util.ArrayList;
import java.util.List;

/** The checks of a run: what came of each, and how much it has compared. */
final class CheckViews {

  private CheckViews() {}

  static List<CheckView> of(RunResult result, ScenarioLines source) {
    List<CheckView> views = new ArrayList<>();
    for (Check check : Check.values()) {
      views.add(view(check, result, source));
    }
    return views;
  }

  private static CheckView view(Check check, RunResult result, ScenarioLines source) {
    List<CountView> counts = new ArrayList<>();
    boolean skipped = result.findings().compared().isSkipped(check);
    for (Comparison what : skipped ? List.<Comparison>of() : Comparison.of(check)) {
      counts.add(new CountView(what.text(), result.findings().compared().of(what), what.about()));
    }
    boolean failed = result.failures().stream().anyMatch(failure -> failure.check() == check);
    String state = failed ? "failed" : state(check, result, source);
    return new CheckView(
        check.text(), state, failed, result.findings().compared().of(check), counts);
  }

  private static String state(Check check, RunResult result, ScenarioLines source) {
    if (result.findings().compared().isSkipped(check)) {
      String reason = source.reasonOfSkip(check);
      return reason.isEmpty() ? "skipped" : "skipped: " + reason;
    }
    return ComparedText.hadNothing(result.findings().compared(), check)
        ? "nothing to compare"
        : "held";
  }
}
