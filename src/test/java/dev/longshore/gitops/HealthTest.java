package dev.longshore.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntimeFactory;
import dev.longshore.core.Mappers;
import dev.longshore.testing.RecordedStates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;

/**
 * What Argo CD and Flux make of our statuses: the table of docs/guides/gitops.md, one row for each
 * of the recorded objects, which the status code made.
 */
class HealthTest {
  private static final Path LUA = Path.of("deploy/gitops/argocd-health.lua");
  private static final Path CONFIG_MAP = Path.of("deploy/gitops/argocd-cm.yaml");
  private static final Path FLUX = Path.of("deploy/gitops/flux.yaml");
  private static final Path GUIDE = Path.of("docs/guides/gitops.md");
  private static final String HEAD = "| Kind | It | Reason | Argo CD | Flux | Flux, checks named |";

  /**
   * A row of the table.
   *
   * @param checked what Flux makes of it where a check is named for the kind
   */
  record Row(String kind, String state, String reason, String argo, String flux, String checked) {
    String file() {
      return RecordedStates.file(kind.toLowerCase(Locale.ROOT), state);
    }

    JsonNode object() {
      return Objects.requireNonNull(RecordedStates.all().get(file()), file());
    }
  }

  static Stream<Row> rows() throws IOException {
    return Files.readAllLines(GUIDE).stream()
        .dropWhile(line -> !line.equals(HEAD))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|", -1))
        .map(it -> Stream.of(it).map(cell -> cell.replace("`", "").strip()).toList())
        .map(it -> new Row(it.get(1), it.get(2), it.get(3), it.get(4), it.get(5), it.get(6)));
  }

  @Test
  void everyRecordedStateIsInTheTable() throws IOException {
    assertThat(rows().map(Row::file))
        .containsExactlyInAnyOrderElementsOf(RecordedStates.all().keySet());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theTableTellsTheReason(Row row) {
    assertThat(condition(row.object(), "Ready").path("reason").asText()).isEqualTo(row.reason());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void argoReadsIt(Row row) throws IOException {
    assertThat(lua(row.object()).get("status").tojstring()).isEqualTo(row.argo());
    assertThat(lua(row.object()).get("message").tojstring()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void fluxReadsIt(Row row) {
    assertThat(kstatus(row.object())).isEqualTo(row.flux());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void fluxReadsItByItsChecks(Row row) throws Exception {
    JsonNode checks = Mappers.yaml().readTree(Files.readString(FLUX)).at("/spec/healthCheckExprs");
    List<JsonNode> mine = new ArrayList<>();
    checks.forEach(
        check -> {
          if (check.path("kind").asText().equals(row.kind())) {
            mine.add(check);
          }
        });

    assertThat(mine).hasSize(row.checked().isEmpty() ? 0 : 1);
    for (JsonNode check : mine) {
      assertThat(verdict(check, row.object())).isEqualTo(row.checked());
    }
  }

  @Test
  void theConfigMapHoldsTheScript() throws IOException {
    String customizations =
        Mappers.yaml()
            .readTree(Files.readString(CONFIG_MAP))
            .at("/data/resource.customizations")
            .asText();

    assertThat(
            Mappers.yaml()
                .readTree(customizations)
                .path("ecs.longshore.dev/*")
                .path("health.lua")
                .asText())
        .isEqualTo(Files.readString(LUA));
  }

  /** The rules of kstatus for a custom resource, in the order in which it takes them. */
  private static String kstatus(JsonNode object) {
    if (object.at("/metadata").has("deletionTimestamp")) {
      return "Terminating";
    }
    JsonNode observed = object.at("/status/observedGeneration");
    if (!observed.isMissingNode() && !observed.equals(object.at("/metadata/generation"))) {
      return "InProgress";
    }
    if (condition(object, "Reconciling").path("status").asText().equals("True")) {
      return "InProgress";
    }
    if (condition(object, "Stalled").path("status").asText().equals("True")) {
      return "Failed";
    }
    JsonNode ready = condition(object, "Ready");
    // what says nothing of itself is taken for current
    return ready.isMissingNode() || ready.path("status").asText().equals("True")
        ? "Current"
        : "InProgress";
  }

  private static JsonNode condition(JsonNode object, String type) {
    for (JsonNode condition : object.at("/status/conditions")) {
      if (condition.path("type").asText().equals(type)) {
        return condition;
      }
    }
    return MissingNode.getInstance();
  }

  /** In the order in which Flux asks; what cannot be evaluated yet is waited for. */
  private static String verdict(JsonNode check, JsonNode object) throws CelValidationException {
    for (String name : List.of("InProgress", "Failed", "Current")) {
      String member = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
      if (holds(check.path(member).asText(), object)) {
        return name;
      }
    }
    return "InProgress";
  }

  private static boolean holds(String expression, JsonNode object) throws CelValidationException {
    CelCompiler compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("status", SimpleType.DYN)
            .addVar("metadata", SimpleType.DYN)
            .build();
    Map<String, Object> variables = Mappers.json().convertValue(object, Map.class);
    try {
      return Boolean.TRUE.equals(
          CelRuntimeFactory.standardCelRuntimeBuilder()
              .build()
              .createProgram(compiler.compile(expression).getAst())
              .eval(variables));
    } catch (CelEvaluationException e) {
      return false;
    }
  }

  private static LuaTable lua(JsonNode object) throws IOException {
    Globals globals = JsePlatform.standardGlobals();
    globals.set("obj", value(object));
    return globals.load(Files.readString(LUA)).call().checktable();
  }

  private static LuaValue value(JsonNode node) {
    if (node.isObject()) {
      LuaTable table = new LuaTable();
      node.properties().forEach(it -> table.set(it.getKey(), value(it.getValue())));
      return table;
    }
    if (node.isArray()) {
      LuaTable table = new LuaTable();
      for (int i = 0; i < node.size(); i++) {
        table.set(i + 1, value(node.get(i)));
      }
      return table;
    }
    return node.isNumber() ? LuaValue.valueOf(node.asDouble()) : LuaValue.valueOf(node.asText());
  }
}
