package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.cli.why.Keys;
import dev.longshore.cli.why.Scene;
import dev.longshore.core.Oldest;
import dev.longshore.ecs.taskdefinition.Revisions;
import dev.longshore.ecs.taskdefinition.TaskDefinitionReference;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a search for a fault looks at; where the user may not look, nothing is there. */
record WhyScenes(EcsObjects objects) {
  Scene of(Service service) {
    ServiceStatus status = service.getStatus();
    var spec = service.getSpec();
    return scene(
        request("service", EcsObjects.name(service), spec.cluster(), spec.taskDefinition()),
        new Scene.Subject(
            present(objects.pods(service)),
            status == null
                ? List.of()
                : current(service, status.observedGeneration(), status.conditions()),
            List.of()));
  }

  Scene of(Task task) {
    return of(task, new StandaloneTasks(objects.client(), objects.namespace()).pod(task));
  }

  Scene of(Task task, Optional<Pod> pod) {
    TaskStatus status = task.getStatus();
    var spec = task.getSpec();
    String name = task.getMetadata().getName();
    return scene(
        request("task", name, spec.cluster(), spec.taskDefinition()).with(spec.overrides()),
        new Scene.Subject(
            present(pod.stream().toList()),
            status == null
                ? List.of()
                : current(task, status.observedGeneration(), status.conditions()),
            status == null ? List.of() : unhealthy(status)));
  }

  private static List<String> unhealthy(TaskStatus status) {
    return status.containers().stream()
        .filter(it -> "UNHEALTHY".equals(it.healthStatus()))
        .flatMap(it -> Stream.ofNullable(it.name()))
        .toList();
  }

  private static List<Pod> present(List<Pod> pods) {
    return pods.stream().filter(it -> it.getMetadata().getDeletionTimestamp() == null).toList();
  }

  /** What was found of an older spec says nothing of this one. */
  private static List<Condition> current(
      HasMetadata object, @Nullable Long observed, List<Condition> conditions) {
    return observed != null && observed >= object.getMetadata().getGeneration()
        ? conditions
        : List.of();
  }

  private Scene.Request request(
      String kind, String name, @Nullable String cluster, @Nullable String taskDefinition) {
    return new Scene.Request(
        kind,
        name,
        objects.namespace(),
        Objects.requireNonNullElse(cluster, ""),
        Objects.requireNonNullElse(taskDefinition, ""),
        null);
  }

  private Scene scene(Scene.Request request, Scene.Subject subject) {
    String family = TaskDefinitionReference.parse(request.taskDefinition()).family();
    return new Scene(
        request,
        cluster(),
        objects
            .client()
            .resources(TaskDefinition.class)
            .inNamespace(objects.namespace())
            .list()
            .getItems()
            .stream()
            .filter(it -> Revisions.family(it).equals(family))
            .toList(),
        objects.revisions().stream().filter(it -> Revisions.family(it).equals(family)).toList(),
        new Scene.Lookup(this::secret, this::configMap, this::account),
        new Scene.Room(
            seen(() -> objects.client().nodes().list().getItems()),
            seen(() -> objects.client().pods().inAnyNamespace().list().getItems())),
        subject);
  }

  private Optional<Cluster> cluster() {
    return Oldest.of(
        objects
            .client()
            .resources(Cluster.class)
            .inNamespace(objects.namespace())
            .list()
            .getItems());
  }

  private Keys account(String name) {
    return keys(
        () ->
            objects.client().serviceAccounts().inNamespace(objects.namespace()).withName(name).get()
                    == null
                ? null
                : Set.of());
  }

  private Keys secret(String name) {
    return keys(
        () -> {
          Secret found =
              objects.client().secrets().inNamespace(objects.namespace()).withName(name).get();
          return found == null ? null : names(found.getData());
        });
  }

  private Keys configMap(String name) {
    return keys(
        () -> {
          ConfigMap found =
              objects.client().configMaps().inNamespace(objects.namespace()).withName(name).get();
          return found == null ? null : names(found.getData());
        });
  }

  private static Set<String> names(@Nullable Map<String, String> data) {
    return data == null ? Set.of() : data.keySet();
  }

  private static Keys keys(Supplier<@Nullable Set<String>> question) {
    try {
      Set<String> names = question.get();
      return names == null ? Keys.missing() : Keys.of(names);
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
        return Keys.hidden();
      }
      throw e;
    }
  }

  private static <T> List<T> seen(Supplier<List<T>> question) {
    try {
      return question.get();
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
        return List.of();
      }
      throw e;
    }
  }
}
