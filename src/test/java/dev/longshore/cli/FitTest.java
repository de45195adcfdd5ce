package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.service.RollTasks;
import dev.longshore.ecs.service.RollTasks.Part;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitTest {
  private static final String TASK =
      "{metadata: {labels: {s: web}}, spec: {nodeSelector: {pool: a}, containers: [{name: app,"
          + " resources: {requests: {cpu: 500m, memory: 1Gi}}}]}}";

  private final List<Node> nodes = new ArrayList<>();
  private final List<Pod> pods = new ArrayList<>();

  @ParameterizedTest(name = "{0} tasks, {1} stop first, apart {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5 | 0 | false | fits: 5 tasks of 512 CPU units and 1 GiB on 2 matching nodes
          6 | 0 | false | does not fit: room for 5 of 6 tasks of 512 CPU units and 1 GiB on 2 matching nodes, of which a1 has the most memory left: 2048 CPU units and 0 MiB; what does not fit waits
          6 | 1 | false | fits: 6 tasks of 512 CPU units and 1 GiB on 2 matching nodes
          1 | 0 | true  | fits: 1 tasks of 512 CPU units and 1 GiB, one a node, on 2 matching nodes
          2 | 1 | true  | fits: 2 tasks of 512 CPU units and 1 GiB, one a node, on 2 matching nodes
          2 | 0 | true  | does not fit: room for 1 of 2 tasks of 512 CPU units and 1 GiB, one a node, on 2 matching nodes; what does not fit waits
          """)
  void tasksArePlacedBesideWhatRuns(int tasks, int stopFirst, boolean apart, String sentence)
      throws JsonProcessingException {
    node("a1", "a", "{cpu: '4', memory: 4Gi, pods: '10'}");
    node("a2", "a", "{cpu: '4', memory: 3Gi, pods: '10'}");
    node("b1", "b", "{cpu: '64', memory: 256Gi, pods: '10'}");
    holds("a1", "{s: web}", "cpu: 500m, memory: 1Gi");
    holds("a2", "{s: other}", "cpu: 1, memory: 1Gi");
    pods.add(
        pod(
            "{metadata: {name: over, labels: {}}, spec: {nodeName: a1, containers: [{name: app,"
                + " resources: {requests: {memory: 4Gi}}}]}, status: {phase: Succeeded}}"));

    Fit fit = fit(new RollTasks(List.of(part("", false, tasks, TASK)), stopFirst, apart));

    assertThat(fit.sentence()).isEqualTo(sentence);
    assertThat(fit.fits()).isEqualTo(sentence.startsWith("fits"));
    assertThat(fit.tasks()).isEqualTo(tasks);
  }

  @Test
  void providersAreTakenOneAfterTheOther() throws JsonProcessingException {
    node("a1", "a", "{cpu: '1', memory: 4Gi}");

    Fit fit =
        fit(
            new RollTasks(
                List.of(part("one", false, 2, TASK), part("two", true, 1, TASK)), 0, false));

    assertThat(fit.placeable()).isEqualTo(2);
    assertThat(fit.sentence())
        .isEqualTo(
            "does not fit: 2 tasks of 512 CPU units and 1 GiB with one on 1 matching nodes; room"
                + " for 0 of 1 tasks of 512 CPU units and 1 GiB with two on 1 matching nodes, of"
                + " which a1 has the most memory left: 0 CPU units and 2 GiB (and the capacity"
                + " provider may add nodes); what does not fit waits");
  }

  @Test
  void aNodeTakesSoManyPodsAndDevices() throws JsonProcessingException {
    node("a1", "a", "{cpu: '8', memory: 8Gi, pods: '2', example.com/gpu: '1'}");
    String gpu = TASK.replace("memory: 1Gi", "memory: 512Mi, example.com/gpu: 1");

    assertThat(fit(new RollTasks(List.of(part("", false, 3, TASK)), 0, false)).sentence())
        .contains("room for 2 of 3", "6 GiB, and takes no more pods");
    assertThat(fit(new RollTasks(List.of(part("", false, 2, gpu)), 0, false)).sentence())
        .contains(
            "room for 1 of 2 tasks of 512 CPU units and 512 MiB and 1 example.com/gpu on 1",
            "7680 CPU units and 7.5 GiB and 0 example.com/gpu");
  }

  @Test
  void aDeviceHasOnlyALimitAndIsMissedAllTheSame() throws JsonProcessingException {
    node("a1", "a", "{cpu: '8', memory: 8Gi}");
    String gpu = TASK.replace("{requests:", "{limits: {nvidia.com/gpu: 1}, requests:");

    assertThat(fit(new RollTasks(List.of(part("", false, 1, gpu)), 0, false)).sentence())
        .startsWith("does not fit: room for 0 of 1 tasks")
        .contains("1 GiB and 1 nvidia.com/gpu on", "8 GiB and 0 nvidia.com/gpu;");
  }

  @ParameterizedTest
  @CsvSource({"63m, 64", "125m, 128", "2m, 2", "250m, 256", "'1', 1024"})
  void millicoresAreToldAsTheUnitsThatTheyWere(String cpu, int units)
      throws JsonProcessingException {
    node("a1", "a", "{cpu: '8', memory: 8Gi}");
    String container = "{name: c, resources: {requests: {cpu: %s}}}".formatted(cpu);
    String two = "{spec: {containers: [%s, %s]}}".formatted(container, container);

    assertThat(fit(new RollTasks(List.of(part("", false, 1, two)), 0, false)).sentence())
        .contains("of %d CPU units".formatted(2 * units));
  }

  @Test
  void noNodeMayMatch() throws JsonProcessingException {
    node("b1", "b", "{cpu: '8', memory: 8Gi}");

    Fit fit = fit(new RollTasks(List.of(part("", false, 3, TASK)), 0, false));

    assertThat(fit.fits()).isFalse();
    assertThat(fit.sentence())
        .isEqualTo(
            "does not fit: no node matches 3 tasks of 512 CPU units and 1 GiB; what does not fit"
                + " waits");
  }

  private Fit fit(RollTasks tasks) {
    return Fit.of(
        tasks,
        new Fit.Place(nodes, pods, it -> "web".equals(it.getMetadata().getLabels().get("s"))));
  }

  private static Part part(String provider, boolean scales, int tasks, String yaml)
      throws JsonProcessingException {
    return new Part(provider, scales, tasks, pod(yaml));
  }

  private void node(String name, String pool, String allocatable) throws JsonProcessingException {
    nodes.add(
        Mappers.yaml()
            .readValue(
                "{metadata: {name: %s, labels: {pool: %s}}, spec: {}, status: {allocatable: %s}}"
                    .formatted(name, pool, allocatable),
                Node.class));
  }

  private void holds(String node, String labels, String requests) throws JsonProcessingException {
    pods.add(
        pod(
            "{metadata: {name: p-%s, labels: %s}, spec: {nodeName: %s, containers: [{name: app, resources: {requests: {%s}}}]}, status: {phase: Running}}"
                .formatted(node, labels, node, requests)));
  }

  private static Pod pod(String yaml) throws JsonProcessingException {
    return Mappers.yaml().readValue(yaml, Pod.class);
  }
}
