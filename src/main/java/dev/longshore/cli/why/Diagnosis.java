package dev.longshore.cli.why;

import com.fasterxml.jackson.annotation.JsonInclude;
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
          ContainerStep::container,
          StateStep::check);

  /** Of a task that has ended: its own record tells it all. */
  public static Diagnosis ended(Scene scene) {
    return of(scene, List.of(StateStep::check));
  }

  public static Diagnosis of(Scene scene) {
    return of(scene, STEPS);
  }

  private static Diagnosis of(Scene scene, List<Function<Scene, Optional<Fault>>> steps) {
    String subject = scene.request().subject();
    if (scene.condition("Ready", "True").isPresent()) {
      return well(subject, scene.condition("Ready", "True").get().getMessage());
    }
    return steps.stream()
        .flatMap(step -> step.apply(scene).stream())
        .findFirst()
        .map(it -> new Diagnosis(subject, false, subject + ": " + it.sentence(), it))
        .orElseGet(
            () ->
                well(
                    subject,
                    scene
                        .condition("Ready", "False")
                        .map(it -> it.getMessage())
                        .orElse("")
                        .concat(" Nothing is wrong so far.")
                        .strip()));
  }

  private static Diagnosis well(String subject, String sentence) {
    return new Diagnosis(subject, true, subject + ": " + sentence, null);
  }
}
