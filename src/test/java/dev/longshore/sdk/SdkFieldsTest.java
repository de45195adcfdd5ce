package dev.longshore.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No member of the ECS API is forgotten: neither by the schemas nor by the checked-in inventory.
 */
class SdkFieldsTest {
  private static final Path INVENTORY =
      Path.of("src/main/resources/dev/longshore/ecs/fidelity/sdk-paths.tsv");
  private static final Path EXCEPTIONS = Path.of("src/test/resources/sdk/not-in-schema.tsv");

  private static final Map<String, String> DEFINITIONS =
      Map.of(
          "RegisterTaskDefinition", "taskdefinitions",
          "CreateService", "services",
          "UpdateService", "services",
          "RunTask", "tasks",
          "CreateCluster", "clusters",
          "CreateCapacityProvider", "capacityproviders");

  @ParameterizedTest
  @CsvSource({
    "RegisterTaskDefinition, 162",
    "CreateService, 139",
    "UpdateService, 133",
    "RunTask, 76",
    "CreateCluster, 27",
    "CreateCapacityProvider, 81"
  })
  void theSdkHasThisManyMembers(String operation, int members) {
    assertThat(SdkPaths.byOperation().get(operation)).hasSize(members).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "RegisterTaskDefinition",
    "CreateService",
    "UpdateService",
    "RunTask",
    "CreateCluster",
    "CreateCapacityProvider"
  })
  void eachMemberIsInTheSchemaOrListedWithAReason(String operation) throws IOException {
    JsonNode spec = spec(DEFINITIONS.get(operation));

    List<String> missing =
        SdkPaths.byOperation().get(operation).stream()
            .filter(path -> !inSchema(spec, path))
            .map(path -> operation + " " + path)
            .toList();

    assertThat(missing)
        .containsExactlyInAnyOrderElementsOf(
            exceptions().keySet().stream().filter(it -> it.startsWith(operation + " ")).toList());
  }

  /** What the rules of UpdateService are made of: another SDK that differs here must be decided. */
  @Test
  void updateServiceHasTheMembersOfCreateServiceButForThese() {
    List<String> created = top("CreateService");
    List<String> updated = top("UpdateService");

    assertThat(updated)
        .filteredOn(it -> !created.contains(it))
        .containsExactlyInAnyOrder("service", "forceNewDeployment");
    assertThat(created)
        .filteredOn(it -> !updated.contains(it))
        .containsExactlyInAnyOrder(
            "clientToken", "launchType", "role", "schedulingStrategy", "serviceName", "tags");
  }

  private static List<String> top(String operation) {
    return SdkPaths.byOperation().get(operation).stream().filter(it -> !it.contains(".")).toList();
  }

  @Test
  void eachExceptionHasAReason() throws IOException {
    assertThat(exceptions().values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
  }

  @Test
  void theCheckedInInventoryIsTheSdks() throws IOException {
    List<String> lines = new ArrayList<>();
    SdkPaths.byOperation()
        .forEach((operation, paths) -> paths.forEach(path -> lines.add(operation + "\t" + path)));
    if (Boolean.getBoolean("longshore.regenerate")) {
      Files.write(INVENTORY, lines);
    }

    assertThat(Files.readAllLines(INVENTORY))
        .as("regenerate with: mvn test -Dtest=SdkFieldsTest -Dlongshore.regenerate=true")
        .isEqualTo(lines);
  }

  private static JsonNode spec(String plural) throws IOException {
    Path file = Path.of("crds", plural + ".ecs.longshore.dev.yaml");
    return Mappers.yaml()
        .readTree(file.toFile())
        .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
  }

  private static boolean inSchema(JsonNode spec, String path) {
    JsonNode node = spec;
    for (String step : path.split("\\.")) {
      boolean list = step.endsWith("[]");
      node = node.path("properties").path(list ? step.substring(0, step.length() - 2) : step);
      node = list ? node.path("items") : node;
    }
    return !node.isMissingNode();
  }

  /** Lines of operation, path and reason, separated by tabs. */
  private static Map<String, String> exceptions() throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    try (Stream<String> lines = Files.lines(EXCEPTIONS)) {
      lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 3))
          .forEach(line -> reasons.put(line[0] + " " + line[1], line.length > 2 ? line[2] : ""));
    }
    return reasons;
  }
}
