package dev.longshore.ecs.fidelity;

import static dev.longshore.ecs.fidelity.FidelityClass.EXACT;
import static dev.longshore.ecs.fidelity.FidelityClass.IGNORED;
import static dev.longshore.ecs.fidelity.FidelityClass.NOT_IMPLEMENTED;
import static dev.longshore.ecs.fidelity.FidelityClass.REJECTED;
import static dev.longshore.ecs.taskdefinition.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FidelityTest {
  private final Fidelity rules =
      new Fidelity(
          List.of(
              FieldRule.exact("items", "list"),
              FieldRule.exact("items[].name", "name")
                  .rejecting("bad", (value, document) -> value.asText().equals("bad"), "not bad"),
              FieldRule.ignored("items[].labels", "no labels"),
              FieldRule.exact("items[].args", "args"),
              FieldRule.exact("open", "everything")));

  @Test
  void everyLeafHasOneLineWithItsIndexes() {
    FidelityReport report =
        rules.report(
            json(
                """
                {"items": [
                  {"name": "a", "labels": {"x": "1", "y.z": "2"}, "args": ["p", "q"]},
                  {"name": "bad", "args": [], "other": 1}],
                 "open": {"deep": {"er": true}}, "nothing": null}"""));

    assertThat(report.lines())
        .containsExactly(
            new FidelityLine("items[0].name", EXACT, ""),
            new FidelityLine("items[0].labels.x", IGNORED, "no labels"),
            new FidelityLine("items[0].labels.y.z", IGNORED, "no labels"),
            new FidelityLine("items[0].args", EXACT, ""),
            new FidelityLine("items[1].name", REJECTED, "not bad"),
            new FidelityLine("items[1].args", IGNORED, "empty, the same as absent"),
            new FidelityLine("items[1].other", NOT_IMPLEMENTED, "not a member Longshore knows"),
            new FidelityLine("open.deep.er", EXACT, ""),
            new FidelityLine("nothing", IGNORED, "empty, the same as absent"));
  }

  @Test
  void aListIsLookedThroughWhateverItBeginsWith() {
    FidelityReport report = rules.report(json("{\"items\": [null, {\"name\": \"bad\"}]}"));

    assertThat(report.lines())
        .containsExactly(new FidelityLine("items[1].name", REJECTED, "not bad"));
  }

  @Test
  void countsAndDifferencesAreOfTheSameLines() {
    FidelityReport report = rules.report(json("{\"items\": [{\"name\": \"a\", \"x\": 1}]}"));

    assertThat(report.count(EXACT)).isEqualTo(1);
    assertThat(report.count(NOT_IMPLEMENTED)).isEqualTo(1);
    assertThat(report.differences()).extracting(FidelityLine::path).containsExactly("items[0].x");
  }

  @Test
  void theSummaryHasEveryClassAndWhatIsNotExact() {
    var summary = FidelitySummaries.of(rules.report(json("{\"items\": [{\"name\": \"bad\"}]}")));

    assertThat(summary.rejected()).isEqualTo(1);
    assertThat(summary.exact()).isZero();
    assertThat(summary.items())
        .singleElement()
        .satisfies(item -> assertThat(item.classification()).isEqualTo("rejected"));
  }

  @Test
  void twoRulesForOneMemberAreAMistake() {
    assertThatThrownBy(
            () -> new Fidelity(List.of(FieldRule.exact("a", ""), FieldRule.ignored("a", "x"))))
        .hasMessageContaining("two rules for a");
  }
}
