package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.capacityprovider.Nodes;
import dev.longshore.ecs.pods.Shortage;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomTest {
  private static final Node SMALL = node("small", "4Gi", "linux").build();
  private static final Node LARGE = node("large", "64Gi", "linux").build();
  private static final Node OTHER = node("other", "512Gi", "windows").build();

  @Test
  void theLargestFreeIsOnAMatchingNodeWithoutWhatRunsThere() {
    Room room =
        new Room(
            () -> List.of(SMALL, LARGE, OTHER),
            () ->
                Optional.of(
                    List.of(
                        pod("large", "63Gi", "Running"),
                        pod("small", "1945Mi", "Running"),
                        pod("small", "1Gi", "Succeeded"))));

    assertThat(room.sentence(waiting("4Gi"), shortage()))
        .isEqualTo(
            "Waits for capacity: RESOURCE:MEMORY needs 4 GiB, the largest free on a matching node"
                + " is 2.1 GiB.");
  }

  @Test
  void whatIsKeptBetweenTwoLooksSaysTheSame() {
    List<Pod> pods =
        List.of(
            pod("large", "1Gi", "Running"),
            pod("large", "5Gi", "Succeeded"),
            pod("large", "2Gi", "Pending"),
            pod(null, "7Gi", "Pending"));

    List<Pod> kept = Requests.only(pods);

    assertThat(kept).hasSize(2).allMatch(it -> it.getSpec().getContainers().isEmpty());
    assertThat(Requests.free(Requests.only(LARGE), kept, "memory"))
        .isEqualByComparingTo(Requests.free(LARGE, pods, "memory"));
    assertThat(Nodes.accepts(Requests.only(OTHER), waiting("1Gi").pod().orElseThrow())).isFalse();
    assertThat(Nodes.accepts(Requests.only(LARGE), waiting("1Gi").pod().orElseThrow())).isTrue();
  }

  @Test
  void whereLongshoreSeesOnlySomeNamespacesItSpeaksOfWholeNodes() {
    Room room = new Room(() -> List.of(SMALL, OTHER), Optional::empty);

    assertThat(room.sentence(waiting("5Gi"), shortage()))
        .endsWith("needs 5 GiB, the largest matching node has 4 GiB.");
  }

  @Test
  void aNodeThatIsCordonedOrTaintedDoesNotMatch() {
    Node cordoned = node("a", "9Gi", "linux").editSpec().withUnschedulable(true).endSpec().build();
    Node tainted =
        node("b", "9Gi", "linux")
            .editSpec()
            .addNewTaint("NoSchedule", "gpu", null, "true")
            .endSpec()
            .build();
    Room room = new Room(() -> List.of(cordoned, tainted), () -> Optional.of(List.of()));

    assertThat(room.sentence(waiting("1Gi"), shortage())).endsWith("no node matches.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0/3 nodes are available: 1 Insufficient cpu, 3 Insufficient memory. | RESOURCE:MEMORY
          0/3 nodes are available: 3 Insufficient cpu.                        | RESOURCE:CPU
          0/3 nodes are available: 3 Insufficient nvidia.com/gpu.             | RESOURCE:GPU
          0/3 nodes are available: 3 node(s) didn't have free ports for the requested pod ports. | RESOURCE:PORTS
          0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. | ATTRIBUTE
          no nodes available to schedule pods                                 | NO ACTIVE INSTANCES
          0/3 nodes are available: persistentvolumeclaim "shared" not found.  | ResourceInitializationError
          """)
  void theSchedulersWordsBecomeEcsReasons(String message, String reason) {
    assertThat(Seen.of("unplaced=" + message.replace(' ', '_')).shortage().reason())
        .isEqualTo(reason);
  }

  @Test
  void aClaimThatDoesNotExistIsNoShortage() {
    TaskObserved seen =
        Seen.of("unplaced=0/3_nodes_are_available:_persistentvolumeclaim_\"shared\"_not_found.");
    Shortage shortage = seen.shortage();

    assertThat(Room.unknown().sentence(seen, shortage))
        .isEqualTo(shortage.stoppedReason())
        .isEqualTo(
            "ResourceInitializationError: unable to mount the volumes of the task:"
                + " PersistentVolumeClaim shared does not exist; create it, or bind the volume to"
                + " another in the cluster's bindings.");
  }

  private static Shortage shortage() {
    return new Shortage("RESOURCE:MEMORY", "0/3 nodes are available: 3 Insufficient memory.");
  }

  private static TaskObserved waiting(String memory) {
    Pod pod =
        new PodBuilder(Seen.pod("unplaced=x"))
            .editSpec()
            .withNodeSelector(Map.of("os", "linux"))
            .withNewResources()
            .addToRequests("memory", new Quantity(memory))
            .endResources()
            .endSpec()
            .build();
    return TaskObserved.of(List.of(), List.of(pod));
  }

  private static Pod pod(@Nullable String node, String memory, String phase) {
    return new PodBuilder()
        .withNewSpec()
        .withNodeName(node)
        .addNewContainer()
        .withNewResources()
        .addToRequests("memory", new Quantity(memory))
        .endResources()
        .endContainer()
        .endSpec()
        .withNewStatus()
        .withPhase(phase)
        .endStatus()
        .build();
  }

  private static NodeBuilder node(String name, String memory, String os) {
    return new NodeBuilder()
        .withNewMetadata()
        .withName(name)
        .addToLabels("os", os)
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .withNewStatus()
        .addToAllocatable("memory", new Quantity(memory))
        .endStatus();
  }
}
