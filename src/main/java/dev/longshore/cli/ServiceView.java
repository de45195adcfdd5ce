package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;

/** A service with everything that stands for it in the cluster, read once. */
record ServiceView(
    Service service,
    List<Deployment> children,
    List<Task> tasks,
    List<HorizontalPodAutoscaler> autoscalers,
    List<io.fabric8.kubernetes.api.model.Service> addresses,
    List<PodDisruptionBudget> budgets,
    List<Revision> revisions) {

  ServiceView {
    children = List.copyOf(children);
    tasks = List.copyOf(tasks);
    autoscalers = List.copyOf(autoscalers);
    addresses = List.copyOf(addresses);
    budgets = List.copyOf(budgets);
    revisions = List.copyOf(revisions);
  }

  static ServiceView read(EcsObjects objects, String name) {
    Service service = objects.service(name);
    return new ServiceView(
        service,
        objects.children(service, Deployment.class),
        objects.tasks(service),
        objects.children(service, HorizontalPodAutoscaler.class),
        objects.children(service, io.fabric8.kubernetes.api.model.Service.class),
        objects.children(service, PodDisruptionBudget.class),
        RevisionsCommand.of(objects.revisions()));
  }
}
