package dev.longshore.ecs.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.capacityprovider.Distribution.Share;
import dev.longshore.ecs.service.Running.Tasks;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Children of a service in one line: {@code 1C/2/2 2/2/0} is the first ECS deployment, COMPLETED,
 * with two healthy tasks of two, and the second with none of two. After the ordinal come the mark
 * (C, F for failed, R for failed and rolled back) and, in brackets, a provider, failed tasks or
 * both: {@code (a3)} failed three times in a row since none was healthy.
 */
final class Fleet {
  static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");

  private static final Map<String, DeploymentEnd> MARKS =
      Map.of(
          "C", DeploymentEnd.COMPLETED,
          "F", DeploymentEnd.FAILED,
          "R", DeploymentEnd.FAILED_ROLLED_BACK);

  private Fleet() {}

  static ServiceObserved of(String text) {
    return new ServiceObserved(
        Arrays.stream(text.split(" ")).filter(it -> !it.isEmpty()).map(Fleet::child).toList(),
        List.of(),
        NOW);
  }

  /** The same with what one deployment waited for, at a time of its own. */
  static ServiceObserved of(String text, int ordinal, Gates gates, Instant now) {
    ServiceObserved plain = of(text);
    return new ServiceObserved(
        plain.children().stream()
            .map(
                it ->
                    it.deployment().ordinal() == ordinal ? marked(it, it.marks().with(gates)) : it)
            .toList(),
        List.of(),
        now);
  }

  /** A child with other marks. */
  static Running marked(Running child, ChildMarks marks) {
    return new Running(
        marks.on(child.object()),
        child.deployment(),
        child.provider(),
        child.tasks(),
        child.ready(),
        child.healthy(),
        child.faults(),
        child.verdict(),
        child.held(),
        child.draining(),
        child.readiness());
  }

  /** The ECS deployment of an ordinal, as its inputs start it. */
  static EcsDeployment deployment(int ordinal, String... providers) {
    return new EcsDeployment(
        String.valueOf(ordinal),
        ordinal,
        "inputs-" + ordinal,
        "web:" + ordinal,
        providers.length == 0
            ? List.of(new Share("", 0, 1))
            : Arrays.stream(providers).map(it -> new Share(it, 0, 1)).toList());
  }

  static ServiceInputs inputs(int ordinal) {
    return new ServiceInputs(
        "default",
        "web:" + ordinal,
        Mappers.json().convertValue(Map.of("family", "web"), TaskDefinitionSpec.class),
        List.of(),
        null,
        false,
        "inputs-" + ordinal);
  }

  /** A service whose spec is this JSON with single quotes. */
  static Service service(String spec) {
    try {
      return Mappers.json()
          .readValue(
              "{'metadata': {'name': 'web', 'namespace': 'shop', 'uid': 'u'}, 'spec': %s}"
                  .formatted(spec)
                  .replace('\'', '"'),
              Service.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(spec, e);
    }
  }

  private static Running child(String text) {
    String[] parts = text.split("/");
    String head = parts[0];
    int replicas = Integer.parseInt(parts[1]);
    int healthy = Integer.parseInt(parts[2]);
    String inside = head.replaceAll("^[^(]*\\(?|\\)$", "");
    String provider = inside.replaceAll("\\d", "");
    String failed = inside.replaceAll("\\D", "");
    EcsDeployment deployment =
        provider.isEmpty()
            ? deployment(head.charAt(0) - '0')
            : deployment(head.charAt(0) - '0', "a", "b");
    ChildMarks marks =
        new ChildMarks(
            MARKS.entrySet().stream()
                .filter(it -> head.replaceAll("\\(.*", "").endsWith(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst(),
            failed.isEmpty() ? Failures.NONE : failures(Integer.parseInt(failed), provider),
            Gates.NONE);
    return new Running(
        marks.on(object(deployment, provider, replicas)),
        deployment,
        provider,
        new Tasks(replicas, 0, 0),
        replicas,
        healthy,
        List.of(),
        Optional.empty(),
        0,
        0,
        Map.of());
  }

  private static Failures failures(int failed, String provider) {
    int inARow = provider.isEmpty() ? 0 : failed;
    return new Failures(failed, inARow, inARow, 0, null, Map.of(), null);
  }

  private static Deployment object(EcsDeployment deployment, String provider, int replicas) {
    return Blueprint.stamp(
        new DeploymentBuilder()
            .withNewMetadata()
            .withName("web-" + deployment.ordinal() + provider)
            .withCreationTimestamp("2026-01-01T00:0%d:00Z".formatted(deployment.ordinal()))
            .withAnnotations(deployment.annotations())
            .addToLabels(Labels.DEPLOYMENT, deployment.digits())
            .endMetadata()
            .withNewSpec()
            .withReplicas(replicas)
            .endSpec()
            .build());
  }
}
