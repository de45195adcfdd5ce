package dev.longshore.cli;

import dev.longshore.ecs.service.RollTasks;
import dev.longshore.ecs.service.RollTasks.Part;
import dev.longshore.ecs.task.Requests;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether the tasks that start at once find room on the nodes as they are now. No obstacle: ECS
 * takes the request all the same, and the tasks wait.
 *
 * @param tasks that need room at once
 * @param placeable those that there is room for
 */
record Fit(boolean fits, int tasks, int placeable, String sentence) {
  private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);
  private static final BigDecimal MIB = BigDecimal.valueOf(1L << 20);

  /**
   * Nodes with all pods of the cluster.
   *
   * @param own tells the tasks of the service
   */
  record Place(List<Node> nodes, List<Pod> pods, Predicate<Pod> own) {
    Place {
      nodes = List.copyOf(nodes);
      pods = List.copyOf(pods);
    }

    /** When so many tasks of the service have stopped. */
    Floor after(int stopped, boolean apart) {
      Set<Pod> gone = new HashSet<>(pods.stream().filter(own).limit(stopped).toList());
      return new Floor(
          nodes,
          pods.stream().filter(it -> !gone.contains(it)).toList(),
          it -> apart && own.test(it));
    }
  }

  static Fit of(RollTasks wanted, Place place) {
    Floor floor = place.after(wanted.stopFirst(), wanted.apart());
    int tasks = 0;
    int placeable = 0;
    List<String> told = new ArrayList<>();
    for (Part part : wanted.parts()) {
      int placed = floor.place(part);
      tasks += part.tasks();
      placeable += placed;
      told.add(new Told(part, placed, floor).sentence(wanted.apart()));
    }
    String sentence = String.join("; ", told);
    return tasks == placeable
        ? new Fit(true, tasks, placeable, "fits: " + sentence)
        : new Fit(
            false, tasks, placeable, "does not fit: " + sentence + "; what does not fit waits");
  }

  /** One kind of tasks, after they were placed. */
  private record Told(Part part, int placed, Floor floor) {
    String sentence(boolean apart) {
      List<Node> matching = floor.matching(part);
      String tasks =
          "%d tasks of %s%s%s"
              .formatted(
                  part.tasks(),
                  written(Requests.units(part.pod()), it -> Requests.of(part.pod(), it)),
                  part.provider().isEmpty() ? "" : " with " + part.provider(),
                  apart ? ", one a node," : "");
      if (matching.isEmpty()) {
        return "no node matches " + tasks + more();
      }
      String where = tasks + " on %d matching nodes".formatted(matching.size());
      return placed == part.tasks()
          ? where
          : "room for %d of %s%s%s".formatted(placed, where, apart ? "" : left(matching), more());
    }

    /** What the best node has beside the tasks that were placed. */
    private String left(List<Node> matching) {
      Comparator<Node> byMemory = Comparator.comparing(it -> floor.free(it, "memory"));
      Node most =
          matching.stream().max(byMemory.thenComparing(it -> floor.free(it, "cpu"))).orElseThrow();
      return ", of which %s has the most memory left: %s%s"
          .formatted(
              most.getMetadata().getName(),
              written(Requests.units(floor.free(most, "cpu")), it -> floor.free(most, it)),
              floor.slots(most) > 0 ? "" : ", and takes no more pods");
    }

    private String more() {
      return part.scales() ? " (and the capacity provider may add nodes)" : "";
    }

    /** CPU units, memory to two decimals, and devices; what is free is never overstated. */
    private String written(BigDecimal units, Function<String, BigDecimal> amount) {
      BigDecimal bytes = amount.apply("memory").max(BigDecimal.ZERO);
      boolean small = bytes.compareTo(GIB) < 0;
      return "%s CPU units and %s %s"
              .formatted(
                  units.max(BigDecimal.ZERO).toPlainString(),
                  bytes
                      .divide(small ? MIB : GIB, small ? 0 : 2, RoundingMode.DOWN)
                      .stripTrailingZeros()
                      .toPlainString(),
                  small ? "MiB" : "GiB")
          + devices(amount);
    }

    /** What a device plugin offers; its name has a domain. */
    private String devices(Function<String, BigDecimal> amount) {
      return Requests.resources(part.pod()).stream()
          .filter(it -> it.contains("/"))
          .map(
              it ->
                  " and %s %s".formatted(amount.apply(it).max(BigDecimal.ZERO).toPlainString(), it))
          .collect(Collectors.joining());
    }
  }
}
