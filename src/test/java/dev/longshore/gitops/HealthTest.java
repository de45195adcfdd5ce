package dev.longshore.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntimeFactory;
import dev.longshore.core.Conditions;
import dev.longshore.core.Conditions.State;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;

/** What Argo CD and Flux make of the statuses that our conditions give. */
class HealthTest {
  private static final Path LUA = Path.of("deploy/gitops/argocd-health.lua");
  private static final Path CONFIG_MAP = Path.of("deploy/gitops/argocd-cm.yaml");
  private static final Path FLUX = Path.of("deploy/gitops/flux.yaml");

  static Stream<Arguments> states() {
    return Stream.of(
        Arguments.of("nobody looked yet", object(null, 1), "Progressing", "inProgress"),
        Arguments.of(
            "steady", object(new State.Ready("SteadyState", "steady"), 1), "Healthy", "current"),
        Arguments.of(
            "rolling",
            object(new State.Progressing("DeploymentInProgress", "rolls"), 1),
            "Progressing",
            "inProgress"),
        Arguments.of(
            "rolled back",
            object(new State.Stalled("RolledBack", "given up"), 1),
            "Degraded",
            "failed"),
        Arguments.of(
            "changed since",
            object(new State.Ready("SteadyState", "steady"), 2),
            "Progressing",
            "inProgress"),
        Arguments.of(
            "refused, and changed since",
            object(new State.Stalled("Unsupported", "refused"), 2),
            "Progressing",
            "inProgress"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  void argoReadsIt(String what, ObjectNode object, String health, String flux) throws IOException {
    assertThat(lua(object).get("status").tojstring()).as(what).isEqualTo(health);
    assertThat(lua(object).get("message").tojstring()).as(what).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  void fluxReadsIt(String what, ObjectNode object, String health, String flux) throws Exception {
    JsonNode checks = Mappers.yaml().readTree(Files.readString(FLUX)).at("/spec/healthCheckExprs");

    assertThat(checks).hasSize(4);
    for (JsonNode check : checks) {
      assertThat(verdict(check, object)).as(what).isEqualTo(flux);
    }
  }

  @Test
  void whatIsBeingDeletedIsOnItsWay() throws IOException {
    ObjectNode object = object(new State.Ready("SteadyState", "steady"), 1);
    object.withObject("/metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z");

    assertThat(lua(object).get("status").tojstring()).isEqualTo("Progressing");
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

  /** In the order in which Flux asks; what cannot be evaluated yet is waited for. */
  private static String verdict(JsonNode check, ObjectNode object) throws CelValidationException {
    for (String name : List.of("inProgress", "failed", "current")) {
      if (holds(check.path(name).asText(), object)) {
        return name;
      }
    }
    return "inProgress";
  }

  private static boolean holds(String expression, ObjectNode object) throws CelValidationException {
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

  private static LuaTable lua(ObjectNode object) throws IOException {
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

  private static ObjectNode object(@Nullable State state, long generation) {
    ObjectNode object = Mappers.json().createObjectNode();
    object.withObject("/metadata").put("name", "web").put("generation", generation);
    if (state != null) {
      Conditions conditions = new Conditions(Clock.systemUTC(), 1L, List.of());
      object
          .withObject("/status")
          .put("observedGeneration", 1)
          .set("conditions", Mappers.json().valueToTree(conditions.of(state)));
    }
    return object;
  }
}
