package dev.longshore.ecs;

import static dev.longshore.ecs.taskdefinition.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.fidelity.Fidelity;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FidelityLine;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.ecs.fidelity.FieldsDocument;
import dev.longshore.ecs.fidelity.FieldsReport;
import dev.longshore.ecs.fidelity.Schema;
import dev.longshore.sdk.SdkPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class FieldsTest {
  /** Those that a member can be of, and undecided. */
  private static final int CLASSES = FidelityClass.values().length + 1;

  private static final Path DOCUMENT = Path.of("docs/fields.md");

  static final List<String> operations = List.copyOf(Fields.byOperation().keySet());

  @ParameterizedTest
  @FieldSource("operations")
  void everyMemberOfTheSdkIsDecided(String operation) {
    Fidelity rules = Fields.byOperation().get(operation);

    assertThat(SdkPaths.byOperation().get(operation))
        .isNotEmpty()
        .filteredOn(path -> rules.rule(path).isEmpty())
        .isEmpty();
  }

  @ParameterizedTest
  @FieldSource("operations")
  void whatIsNotExactSaysWhyOrWhatItBecomes(String operation) {
    assertThat(Fields.byOperation().get(operation).rules())
        .filteredOn(rule -> rule.classification() != FidelityClass.EXACT)
        .allSatisfy(rule -> assertThat(rule.note() + rule.becomes()).as(rule.path()).isNotBlank());
  }

  @Test
  void noRuleIsForAMemberThatDoesNotExist() {
    List<String> ours = List.of("kubernetes", "forceNewDeployment");
    String guide = "deploymentConfiguration.earlySuccessCriteria";
    List<String> sdk = SdkPaths.byOperation().values().stream().flatMap(List::stream).toList();

    assertThat(Fields.byOperation().values())
        .flatExtracting(Fidelity::rules)
        .filteredOn(rule -> !rule.note().equals("only in responses"))
        .extracting(FieldRule::path)
        .filteredOn(path -> ours.stream().noneMatch(path::startsWith) && !path.startsWith(guide))
        .isSubsetOf(sdk);
  }

  @Test
  void theFiguresEndInOneLineThatAddsUp() throws IOException {
    List<String> lines = figures();

    assertThat(lines).hasSize(operations.size() + 1);
    Matcher numbers = Pattern.compile("=(\\d+)").matcher(lines.getLast());
    int[] found = numbers.results().mapToInt(match -> Integer.parseInt(match.group(1))).toArray();
    assertThat(lines.getLast())
        .matches(
            "fields: total=\\d+ exact=\\d+ equivalent=\\d+ approximated=\\d+ ignored=\\d+"
                + " rejected=\\d+ notImplemented=0 undecided=0 trafficShifting=\\d+");
    assertThat(found[0]).isEqualTo(IntStream.of(found).skip(1).limit(CLASSES).sum());
  }

  @Test
  void everyMemberIsInTheSchema() throws IOException {
    List<String> lines = figures();

    assertThat(lines.subList(0, operations.size()))
        .filteredOn(line -> !line.startsWith("UpdateService"))
        .allMatch(line -> line.matches("\\w+: total=(\\d+) .* schema=\\1"));
    assertThat(lines).anyMatch(line -> line.matches("UpdateService: total=133 .* schema=132"));
  }

  @ParameterizedTest
  @CsvSource({"CreateService", "UpdateService"})
  void whatWaitsForTrafficShiftingIsMarkedAndRefused(String operation) throws IOException {
    List<String> parts =
        List.of("strategy", "canary", "linear", "advanced", "testTraffic", "lifecycleStages");
    List<FieldRule> marked =
        Fields.byOperation().get(operation).rules().stream()
            .filter(it -> it.note().contains(FieldRule.TRAFFIC_SHIFTING))
            .toList();

    assertThat(figures())
        .anyMatch(it -> it.matches(operation + ": .* trafficShifting=" + marked.size() + " .*"));
    assertThat(marked)
        .hasSize(18)
        .allMatch(it -> parts.stream().anyMatch(part -> it.path().contains(part)))
        .filteredOn(it -> !it.path().endsWith("lifecycleStages"))
        .allMatch(it -> it.classification() == FidelityClass.REJECTED);
  }

  @Test
  void aMemberThatIsNotInTheSchemaIsMissed() throws IOException {
    Schema schema = Fields.schemas(Path.of("crds")).get("RegisterTaskDefinition");

    assertThat(schema.has("containerDefinitions[].portMappings[].hostPort")).isTrue();
    assertThat(schema.has("containerDefinitions[].portMappings[].guestPort")).isFalse();
    assertThat(schema.has("containers[].name")).isFalse();
  }

  private static List<String> figures() throws IOException {
    return FieldsReport.render(Fields.byOperation(), Fields.schemas(Path.of("crds")))
        .lines()
        .toList();
  }

  @Test
  void theDocumentIsTheGeneratedOne() throws IOException {
    String generated = FieldsDocument.render(Fields.byOperation());
    if (Boolean.getBoolean("longshore.regenerate")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, generated);
    }

    assertThat(Files.readString(DOCUMENT))
        .as("regenerate with: mvn test -Dtest=FieldsTest -Dlongshore.regenerate=true")
        .isEqualTo(generated);
  }

  @ParameterizedTest
  @CsvSource({
    "schedulingStrategy,REPLICA,exact",
    "schedulingStrategy,DAEMON,equivalent",
    "desiredCount,3,exact",
    "forceNewDeployment,true,ignored",
    "healthCheckGracePeriodSeconds,30,exact",
    "availabilityZoneRebalancing,ENABLED,equivalent",
    "availabilityZoneRebalancing,DISABLED,exact",
    "serviceArn,arn:x,ignored"
  })
  void aServiceIsJudgedByItsValues(String member, String value, String expected) {
    assertThat(Fields.service().report(json("{\"%s\": \"%s\"}".formatted(member, value))).lines())
        .singleElement()
        .extracting(FidelityLine::classification)
        .isEqualTo(FidelityClass.of(expected));
  }

  @Test
  void theOperationsAreThoseOfTheInventory() {
    assertThat(Map.copyOf(SdkPaths.byOperation()).keySet())
        .containsExactlyInAnyOrderElementsOf(operations);
  }
}
