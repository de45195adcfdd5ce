package dev.longshore.ecs.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.StoppedTask;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.api.ecs.v1.TaskSpec;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.core.Arns;
import dev.longshore.core.Conditions.State;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.pods.PodPhase;
import dev.longshore.ecs.pods.Stop;
import dev.longshore.ecs.taskdefinition.TaskDefinitionReference;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task of a service as DescribeTasks shows it. Its pod is read as that of a task that runs on its
 * own; why it stops is the service's to say.
 *
 * @param definition of the revision that it runs
 * @param record what the service's status tells of its end; nothing while it has none
 */
public record ServiceTask(Pod pod, TaskDefinitionSpec definition, Optional<StoppedTask> record) {
  /** The same in the shape of a task that runs on its own; it is nowhere stored. */
  public Task described(Clock clock) {
    TaskFacts facts = facts();
    TaskObserved seen = TaskObserved.of(facts, pod);
    TaskStatuses statuses = new TaskStatuses(clock);
    Instant now = statuses.now();
    Task task = task();
    TaskRun run = TaskRun.of(seen, stop(seen), now);
    task.setStatus(statuses.of(task, facts.cluster(), run, state(run)));
    return task;
  }

  /** A task that is gone: what its service still tells of it. */
  public static Task gone(StoppedTask record, String service) {
    String arn = String.valueOf(record.taskArn());
    String id = Arns.last(arn);
    ObjectNode status = told(record);
    status.put("group", "service:" + service).put("desiredStatus", TaskStates.STOPPED);
    status.put("lastStatus", TaskStates.STOPPED).put("observedGeneration", 1);
    status
        .putArray("conditions")
        .addObject()
        .put("type", "Ready")
        .put("status", "False")
        .put("reason", record.stopCode())
        .put("message", record.stoppedReason());
    return task(id, id, Map.of("taskDefinition", String.valueOf(record.taskDefinition())), status);
  }

  private Task task() {
    Map<String, String> labels = labels();
    ObjectNode spec = Mappers.json().createObjectNode();
    spec.put("taskDefinition", revision());
    spec.put("group", "service:" + labels.getOrDefault(Labels.SERVICE, ""));
    spec.put("startedBy", "ecs-svc/" + labels.getOrDefault(Labels.DEPLOYMENT, ""));
    spec.put("launchType", labels.get(Labels.LAUNCH_TYPE));
    return task(pod.getMetadata().getName(), pod.getMetadata().getUid(), spec, before());
  }

  private static Task task(String name, String uid, Object spec, JsonNode status) {
    Task task = new Task();
    task.setMetadata(
        new ObjectMetaBuilder().withName(name).withUid(uid).withGeneration(1L).build());
    task.setSpec(Mappers.json().convertValue(spec, TaskSpec.class));
    task.setStatus(Mappers.json().convertValue(status, TaskStatus.class));
    return task;
  }

  private TaskFacts facts() {
    Map<String, String> labels = labels();
    return new TaskFacts(
        labels.getOrDefault(Labels.CLUSTER, "default"),
        revision(),
        labels.get(Labels.CAPACITY_PROVIDER),
        definition,
        List.of());
  }

  private String revision() {
    Map<String, String> labels = labels();
    return labels.getOrDefault(Labels.FAMILY, "") + ":" + labels.getOrDefault(Labels.REVISION, "");
  }

  private Map<String, String> labels() {
    return pod.getMetadata().getLabels();
  }

  /** What was told of it: a container that runs again has no end. */
  private JsonNode before() {
    ObjectNode told = record.map(ServiceTask::told).orElseGet(Mappers.json()::createObjectNode);
    if (!ends()) {
      told.retain("containers");
    }
    ObjectNode before = told.deepCopy();
    before
        .withArray("containers")
        .removeIf(it -> statuses().stream().anyMatch(status -> runs(status, it)));
    return before;
  }

  private List<ContainerStatus> statuses() {
    return pod.getStatus() == null ? List.of() : pod.getStatus().getContainerStatuses();
  }

  private static boolean runs(ContainerStatus status, JsonNode container) {
    return status.getName().equals(container.path("name").asText())
        && status.getState() != null
        && status.getState().getRunning() != null;
  }

  private boolean ends() {
    return pod.getMetadata().getDeletionTimestamp() != null || PodPhase.ended(pod);
  }

  private Optional<Stop> stop(TaskObserved seen) {
    return ends()
        ? record
            .map(it -> new Stop(String.valueOf(it.stopCode()), String.valueOf(it.stoppedReason())))
            .or(seen::disruption)
            .or(() -> Optional.of(new Stop(Stop.SCHEDULER, "Task is being stopped")))
        : Optional.empty();
  }

  private State state(TaskRun run) {
    if (run.stop().isPresent()) {
      Stop stop = run.stop().get();
      return new State.Stalled(stop.code(), stop.reason());
    }
    if (run.seen().shortage().waits() && !run.seen().scheduled()) {
      return new State.Progressing("PROVISIONING", run.seen().shortage().message());
    }
    boolean ready =
        run.seen().condition("Ready").filter(it -> "True".equals(it.getStatus())).isPresent();
    return ready
        ? new State.Ready(TaskStates.RUNNING, "The task runs.")
        : new State.Progressing("PENDING", "The task is not ready yet.");
  }

  /** The record as a status; its containers have ended. */
  private static ObjectNode told(StoppedTask record) {
    ObjectNode status = Mappers.json().valueToTree(record);
    status.remove("taskDefinition");
    TaskDefinitionReference ran =
        TaskDefinitionReference.parse(String.valueOf(record.taskDefinition()));
    ran.revision()
        .ifPresent(it -> status.put("taskDefinitionArn", Arns.taskDefinition(ran.family(), it)));
    status
        .path("containers")
        .forEach(it -> ((ObjectNode) it).put("lastStatus", TaskStates.STOPPED));
    return status;
  }
}
