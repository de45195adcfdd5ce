package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;

/** One ECS feature: the members it acts on and what it writes into the template being drafted. */
interface PodFeature {
  /** The members of the ECS API this feature speaks for. */
  List<FieldRule> fields();

  /** Writes into one container; called in the order of the definition, before {@link #pod}. */
  default void container(Container draft, ContainerDefinition definition, PodInputs inputs) {}

  /** Writes into the pod once all its containers are drafted. */
  default void pod(PodTemplateSpec draft, PodInputs inputs) {}
}
