package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * The only place where names of AWS get a meaning in the namespace, so that an ARN never reaches
 * past RBAC.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Bindings(
    @JsonPropertyDescription(
            "Which ServiceAccount a task role stands for; a role without one grants nothing.")
        @Size(max = 1000)
        List<TaskRoleBinding> taskRoles,
    @JsonPropertyDescription(
            "Which pull secrets the tasks of an execution role get; a role without grants nothing.")
        @Size(max = 1000)
        List<ExecutionRoleBinding> executionRoles,
    @JsonPropertyDescription("Which key of which Secret a valueFrom stands for.") @Size(max = 1000)
        List<SecretBinding> secrets,
    @JsonPropertyDescription("Which ConfigMap or Secret an environment file stands for.")
        @Size(max = 1000)
        List<EnvironmentFileBinding> environmentFiles,
    @JsonPropertyDescription(
            "What file systems, Docker volumes, node paths and EBS volume types stand for.")
        @Size(max = 1000)
        List<VolumeBinding> volumes,
    @JsonPropertyDescription("Which extended resource a device stands for.") @Size(max = 100)
        List<DeviceBinding> devices,
    @JsonPropertyDescription("What the names of deployment alarms stand for.") @Size(max = 1000)
        List<AlarmBinding> alarms) {

  public Bindings {
    taskRoles = Copies.of(taskRoles);
    executionRoles = Copies.of(executionRoles);
    secrets = Copies.of(secrets);
    environmentFiles = Copies.of(environmentFiles);
    volumes = Copies.of(volumes);
    devices = Copies.of(devices);
    alarms = Copies.of(alarms);
  }
}
