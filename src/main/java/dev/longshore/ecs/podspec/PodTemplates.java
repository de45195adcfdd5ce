package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The table of contents of a task: every feature in the order in which it writes. */
public final class PodTemplates {
  private static final List<PodFeature> FEATURES =
      List.of(
          new Containers(),
          new Commands(),
          new EnvironmentFiles(),
          new Environment(),
          new Secrets(),
          new FireLens(),
          new Ports(),
          new ComputeResources(),
          new Accelerators(),
          new Devices(),
          new EphemeralStorage(),
          new HealthChecks(),
          new Volumes(),
          new VolumesFrom(),
          new MemoryFilesystems(),
          new Security(),
          new Capabilities(),
          new SecurityOptions(),
          new KernelParameters(),
          new Namespaces(),
          new NameResolution(),
          new HostAliases(),
          new Restarts(),
          new Shutdown(),
          new Logging(),
          new DockerLabels(),
          new Tags(),
          new PullSecrets(),
          new TaskRole(),
          new Placement(),
          new PlacementConstraints(),
          new Dependencies());

  /** Written over all others. */
  private static final CustomTemplate LAST = new CustomTemplate();

  private PodTemplates() {}

  /** The pod template of a task: canonical, so that applying it twice writes once. */
  public static PodTemplateSpec render(PodInputs inputs) {
    PodTemplateSpec template = withoutTemplate(inputs);
    LAST.pod(template, inputs);
    return template;
  }

  /** The same without what {@code kubernetes.podTemplate} adds. */
  static PodTemplateSpec withoutTemplate(PodInputs inputs) {
    PodTemplateSpec template = new PodTemplateSpec(new ObjectMeta(), new PodSpec());
    template.getMetadata().setLabels(new TreeMap<>(inputs.labels()));
    template.getMetadata().setAnnotations(new TreeMap<>(inputs.annotations()));
    for (ContainerDefinition definition : inputs.definition().containerDefinitions()) {
      Container container = new Container();
      FEATURES.forEach(feature -> feature.container(container, definition, inputs));
      template.getSpec().getContainers().add(container);
    }
    FEATURES.forEach(feature -> feature.pod(template, inputs));
    return template;
  }

  /** The fidelity rules of every feature. */
  public static List<FieldRule> fields() {
    return Stream.concat(
            Stream.concat(FEATURES.stream(), Stream.of(LAST))
                .flatMap(feature -> feature.fields().stream()),
            Volumes.kinds())
        .toList();
  }
}
