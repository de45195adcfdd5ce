package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.fidelity.Fidelity;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FidelityLine;
import dev.longshore.ecs.fidelity.FidelityReport;
import dev.longshore.ecs.fidelity.RuleTable;
import dev.longshore.ecs.podspec.PodTemplates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What becomes of one RegisterTaskDefinition request: the one door for the command line and the
 * controller, so that both accept and refuse alike.
 *
 * @param errors ECS's refusals, then ours; empty when the definition is accepted
 * @param fidelity one line for every field of the stored definition, as its revision tells; of the
 *     request as it was written when that is refused
 */
public record Registration(
    Normalized normalized, List<ValidationError> errors, FidelityReport fidelity) {
  private static final Fidelity FIELDS =
      new Fidelity(
          Stream.concat(
                  PodTemplates.fields().stream(), RuleTable.of("RegisterTaskDefinition").stream())
              .toList());

  public Registration {
    errors = List.copyOf(errors);
  }

  /** The rules of RegisterTaskDefinition. */
  public static Fidelity fields() {
    return FIELDS;
  }

  /** Reads, judges and normalises a request; nothing is thrown, whatever it holds. */
  public static Registration examine(JsonNode spec) {
    Normalized normalized = Normalizer.normalize(spec);
    FidelityReport fidelity = FIELDS.report(spec);
    List<ValidationError> invalid = Validation.check(spec);
    // one reason at a time: what ECS refuses is judged no further
    List<ValidationError> errors = invalid.isEmpty() ? refusals(fidelity, spec) : invalid;
    Normalized told =
        invalid.isEmpty()
            ? normalized.with(DefinitionRemarks.of(normalized.definition()))
            : normalized;
    return new Registration(
        told, errors, errors.isEmpty() ? FIELDS.report(normalized.definition()) : fidelity);
  }

  /** Whether a revision may be made of the request. */
  public boolean accepted() {
    return errors.isEmpty();
  }

  /** One error for each refused structure: its members share the reason. */
  private static List<ValidationError> refusals(FidelityReport fidelity, JsonNode spec) {
    Map<String, ValidationError> byReason = new LinkedHashMap<>();
    for (FidelityLine line : fidelity.of(FidelityClass.REJECTED)) {
      String element = line.path().substring(0, line.path().lastIndexOf(']') + 1);
      byReason.putIfAbsent(
          element + line.note(), new ValidationError(line.path(), shown(line, spec) + line.note()));
    }
    return List.copyOf(byReason.values());
  }

  /** The refused value, but never one that may be a secret. */
  private static String shown(FidelityLine line, JsonNode spec) {
    JsonNode value = Mappers.at(spec, line.path());
    boolean quotable = value.isValueNode() && !line.path().contains("ecret");
    return quotable ? "'" + value.asText() + "': " : "";
  }
}
