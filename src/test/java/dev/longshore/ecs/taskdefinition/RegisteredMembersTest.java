package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.FidelityItem;
import dev.longshore.api.ecs.v1.FidelitySummary;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FidelityLine;
import dev.longshore.ecs.fidelity.FidelityReport;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.ecs.fidelity.FieldsReport;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Registers a document that uses every member and compares what is told of each: by the report, by
 * the revision's status and by docs/fields.md.
 */
class RegisteredMembersTest {
  private static final Path FIELDS = Path.of("src/test/resources/fields");
  private static final Map<String, List<String>> DOCUMENTED = documented();

  static List<FieldRule> taken() {
    return rules().stream().filter(rule -> !isRefused(rule)).toList();
  }

  static List<FieldRule> refused() {
    return rules().stream().filter(RegisteredMembersTest::isRefused).toList();
  }

  @ParameterizedTest
  @MethodSource("taken")
  void isToldOfAsDocumented(FieldRule rule) throws IOException {
    ObjectNode document = document("every-member.yaml");
    Registration registration = Registration.examine(document);
    assertThat(registration.errors()).isEmpty();

    List<FidelityLine> told = lines(registration.fidelity(), rule.path());
    if (told.isEmpty()) {
      // a structure is told of by its members, and what says nothing is not stored
      assertThat(lines(Registration.fields().report(document), rule.path()))
          .allMatch(it -> it.classification() == FidelityClass.IGNORED);
    }
    assertThat(told).allSatisfy(it -> assertThat(DOCUMENTED.get(rule.path())).contains(row(it)));
    FidelitySummary status = status(registration);
    assertThat(told)
        .filteredOn(it -> it.classification() != FidelityClass.EXACT)
        .allSatisfy(
            it ->
                assertThat(status.items())
                    .contains(new FidelityItem(it.path(), it.classification().wire(), it.note())));
    assertThat(status.exact()).isEqualTo(registration.fidelity().count(FidelityClass.EXACT));
    assertThat(status.items()).hasSameSizeAs(registration.fidelity().differences());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isRefusedAsDocumentedAndByItsPath(FieldRule rule) throws IOException {
    ObjectNode document = document("every-member.yaml");
    JsonNode refused = document("every-refused-member.yaml");
    String member = rule.path().split("[.\\[]", 2)[0];
    if (member.equals("containerDefinitions")) {
      ObjectNode container = (ObjectNode) document.at("/containerDefinitions/0");
      container.setAll((ObjectNode) refused.at("/containerDefinitions/0").deepCopy());
    } else {
      document.set(member, refused.get(member));
    }

    Registration registration = Registration.examine(document);

    assertThat(registration.accepted()).isFalse();
    assertThat(registration.errors())
        .extracting(it -> it.path().split("[.\\[]", 2)[0])
        .containsOnly(member);
    assertThat(DOCUMENTED.get(rule.path())).containsExactly("rejected " + rule.note());
    boolean structure = rules().stream().anyMatch(it -> isBelow(it.path(), rule.path()));
    List<FidelityLine> told = lines(registration.fidelity(), rule.path());
    assertThat(told.isEmpty()).isEqualTo(structure);
    // a structure is told of by its members
    assertThat(told).allSatisfy(it -> assertThat(row(it)).isEqualTo("rejected " + rule.note()));
  }

  private static List<FieldRule> rules() {
    return FieldsReport.paths("RegisterTaskDefinition").stream()
        .map(path -> Registration.fields().rule(path).orElseThrow())
        .toList();
  }

  private static boolean isRefused(FieldRule rule) {
    return rule.classification() == FidelityClass.REJECTED;
  }

  private static boolean isBelow(String path, String structure) {
    return path.startsWith(structure + ".") || path.startsWith(structure + "[].");
  }

  private static List<FidelityLine> lines(FidelityReport report, String path) {
    return report.lines().stream()
        .filter(it -> it.path().replaceAll("\\[\\d+]", "[]").equals(path))
        .toList();
  }

  private static String row(FidelityLine line) {
    return line.classification().wire() + " " + line.note();
  }

  /** What the status of the revision says that is registered. */
  private static FidelitySummary status(Registration registration) throws IOException {
    TaskDefinition definition = new TaskDefinition();
    definition.setSpec(
        Mappers.json()
            .treeToValue(registration.normalized().definition(), TaskDefinitionSpec.class));
    definition.setMetadata(
        new ObjectMetaBuilder().withName("everything").withNamespace("shop").withUid("u").build());
    return new TaskDefinitionRevisionStatuses(Registration.fields(), Clock.systemUTC())
        .of(Revisions.of(definition, registration.normalized().definition(), 1), List.of())
        .fidelity();
  }

  /** Class and difference of each row of docs/fields.md, by the member that it is about. */
  private static Map<String, List<String>> documented() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    String text;
    try {
      text = Files.readString(Path.of("docs/fields.md"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    String section = text.split("\n## RegisterTaskDefinition\n", 2)[1].split("\n## ", 2)[0];
    String member = "";
    for (String line : section.lines().filter(it -> it.startsWith("| ")).skip(2).toList()) {
      String[] cells = line.substring(2, line.length() - 2).split(" \\| ?", 4);
      member = cells[0].startsWith("`") ? cells[0].replace("`", "") : member;
      rows.computeIfAbsent(member, it -> new ArrayList<>())
          .add(cells[1] + " " + cells[3].stripTrailing());
    }
    return rows;
  }

  private static ObjectNode document(String name) throws IOException {
    return (ObjectNode) Mappers.yaml().readTree(Files.readString(FIELDS.resolve(name)));
  }
}
