package dev.longshore.cli;

import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.api.ecs.v1.ServiceStatus;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricValueStatus;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The branches of a service's tree that are about the whole service. */
final class ServiceSurroundings {
  private static final int EVENTS = 10;

  private ServiceSurroundings() {}

  static Stream<Branch> of(ServiceView view, ServiceStatus status) {
    return Stream.of(
            view.autoscalers().stream().map(ServiceSurroundings::autoscaler).map(Branch::leaf),
            view.addresses().stream().map(ServiceSurroundings::address).map(Branch::leaf),
            view.budgets().stream().map(ServiceSurroundings::budget).map(Branch::leaf),
            fidelity(view, status),
            events(status))
        .flatMap(branches -> branches);
  }

  private static String autoscaler(HorizontalPodAutoscaler it) {
    HorizontalPodAutoscalerStatus status = it.getStatus();
    // the API server writes currentMetrics: null until the first measurement
    List<MetricStatus> current =
        status == null || status.getCurrentMetrics() == null
            ? List.of()
            : status.getCurrentMetrics();
    String metrics =
        IntStream.range(0, it.getSpec().getMetrics().size())
            .mapToObj(
                index ->
                    metric(
                        it.getSpec().getMetrics().get(index),
                        index < current.size() ? current.get(index) : null))
            .collect(Collectors.joining(", "));
    return "HorizontalPodAutoscaler/%s  %s  tasks %s to %s"
        .formatted(
            it.getMetadata().getName(),
            metrics,
            Cells.of(it.getSpec().getMinReplicas()),
            Cells.of(it.getSpec().getMaxReplicas()));
  }

  private static String metric(MetricSpec wanted, @Nullable MetricStatus current) {
    if (wanted.getResource() == null) {
      return wanted.getType();
    }
    MetricTarget target = wanted.getResource().getTarget();
    String now =
        current == null || current.getResource() == null
            ? "unknown"
            : value(current.getResource().getCurrent());
    return "%s %s/%s"
        .formatted(
            wanted.getResource().getName(),
            now,
            target.getAverageUtilization() == null
                ? Cells.of(target.getAverageValue())
                : target.getAverageUtilization() + "%");
  }

  private static String value(MetricValueStatus current) {
    return current.getAverageUtilization() == null
        ? Cells.of(current.getAverageValue())
        : current.getAverageUtilization() + "%";
  }

  private static String address(Service it) {
    String ports =
        it.getSpec().getPorts().stream()
            .map(port -> port.getPort() + "/" + port.getProtocol())
            .collect(Collectors.joining(","));
    return "Service/%s  %s:%s"
        .formatted(it.getMetadata().getName(), it.getSpec().getClusterIP(), ports);
  }

  private static String budget(PodDisruptionBudget it) {
    Integer allowed = it.getStatus() == null ? null : it.getStatus().getDisruptionsAllowed();
    return "PodDisruptionBudget/%s  disruptions allowed %s"
        .formatted(it.getMetadata().getName(), Cells.count(allowed));
  }

  private static Stream<Branch> fidelity(ServiceView view, ServiceStatus status) {
    return view.revisions().stream()
        .filter(it -> (it.family() + ":" + it.revision()).equals(status.taskDefinition()))
        .flatMap(it -> Stream.ofNullable(it.fidelity()))
        .map(it -> Branch.leaf("fidelity of " + status.taskDefinition() + "  " + Cells.of(it)));
  }

  private static Stream<Branch> events(ServiceStatus status) {
    List<ServiceEvent> newest = status.events().stream().limit(EVENTS).toList();
    return newest.isEmpty()
        ? Stream.empty()
        : Stream.of(new Branch("events", newest.stream().map(ServiceSurroundings::event).toList()));
  }

  private static Branch event(ServiceEvent it) {
    return Branch.leaf(Cells.of(it.createdAt()) + "  " + Cells.of(it.message()));
  }
}
