package dev.longshore.cli.why;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The first fault on the way from the request to the container, or none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Diagnosis(String subject, boolean healthy, String sentence, @Nullable Fault fault) {
  /** In the order in which a task comes to be: what comes later cannot work before. */
  private static final List<Function<Scene, Optional<Fault>>> STEPS =
      List.of(
          DefinitionStep::cluster,
          DefinitionStep::definition,
          ReferenceStep::check,
          ContainerStep::image,
          CapacityStep::check,
          NodeStep::check,
          ContainerStep::container,
          StateStep::check);

  /** Of what is Ready: a task that runs is that, too, wherever and however. */
  private static final List<Function<Scene, Optional<Fault>>> RUNNING =
      List.of(NodeStep::check, ContainerStep::unhealthy);

  /** Of a task that has ended: its own record tells it all. */
  public static Diagnosis ended(Scene scene) {
    return ready(scene).isPresent() ? of(scene, List.of()) : of(scene, List.of(StateStep::check));
  }

  public static Diagnosis of(Scene scene) {
    return of(scene, ready(scene).isPresent() ? RUNNING : STEPS);
  }

  private static Diagnosis of(Scene scene, List<Function<Scene, Optional<Fault>>> steps) {
    String subject = scene.request().subject();
    return steps.stream()
        .flatMap(step -> step.apply(scene).stream())
        .findFirst()
        .map(it -> new Diagnosis(subject, false, subject + ": " + it.sentence(), it))
        .orElseGet(() -> well(subject, ready(scene).orElseGet(() -> soFar(scene))));
  }

  private static Optional<String> ready(Scene scene) {
    return scene.condition("Ready", "True").map(Condition::getMessage);
  }

  private static String soFar(Scene scene) {
    return scene
        .condition("Ready", "False")
        .map(Condition::getMessage)
        .orElse("")
        .concat(" Nothing is wrong so far.")
        .strip();
  }

  private static Diagnosis well(String subject, String sentence) {
    return new Diagnosis(subject, true, subject + ": " + sentence, null);
  }
}
