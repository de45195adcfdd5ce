package dev.longshore.ecs.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.PodSecurityProfile;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import dev.longshore.core.Memo;
import dev.longshore.core.Problem;
import dev.longshore.ecs.podsecurity.PodSecurityStandards;
import dev.longshore.ecs.podsecurity.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What keeps a definition's tasks from starting, judged on the pod that would be made: what the
 * profile in force forbids, an identity nobody granted, and a template that was altered. Said
 * before a pod is made; tasks that run are not asked.
 */
public final class Admission {
  private static final String REASON = "PodSecurity";

  /** Every run asks, and the pod is rendered for it: the same few definitions again and again. */
  private static final Memo<PodInputs, List<Problem>> JUDGED = new Memo<>(256, Admission::judge);

  private Admission() {}

  /** The problems of the pods of these inputs; none when they may start. */
  public static List<Problem> problems(PodInputs inputs) {
    return JUDGED.of(inputs);
  }

  private static List<Problem> judge(PodInputs inputs) {
    TaskDefinitionSpec definition = inputs.definition();
    Optional<Problem> unreadable = CustomTemplate.unreadable(definition);
    if (unreadable.isPresent()) {
      return List.of(unreadable.get());
    }
    List<Problem> told = inputs.restricted() ? Security.unmet(definition) : List.of();
    return Stream.of(
            CustomTemplate.altered(definition).stream(),
            TemplateRefusals.marks(CustomTemplate.of(definition))
                .map(it -> template(it.path() + ": " + it.sentence() + ".")),
            told.isEmpty() ? forbidden(inputs) : told.stream())
        .flatMap(it -> it)
        .toList();
  }

  private static Stream<Problem> forbidden(PodInputs inputs) {
    JsonNode pod = Mappers.json().valueToTree(PodTemplates.render(inputs));
    JsonNode own = Mappers.json().valueToTree(PodTemplates.withoutTemplate(inputs));
    PodSecurityProfile profile =
        inputs.restricted() ? PodSecurityProfile.RESTRICTED : PodSecurityProfile.BASELINE;
    List<Violation> ofDefinition = PodSecurityStandards.of(own, profile);
    return Stream.concat(
        PodSecurityStandards.of(pod, profile).stream()
            .map(it -> problem(it, ofDefinition.contains(it))),
        Identity.problems(pod, inputs.references()).map(Admission::template));
  }

  private static Problem problem(Violation violation, boolean ofDefinition) {
    String what = violation.path() + ": " + violation.sentence() + ".";
    return ofDefinition ? new Problem(REASON, "The task's pod, " + what) : template(what);
  }

  private static Problem template(String what) {
    return new Problem(REASON, CustomTemplate.PATH + "." + what);
  }
}
