package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ContainerDefinition}, {@code containerDefinitions} of {@code
 * TaskDefinitionSpec}: containers of the task, 1 to 10; at least one must be essential.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value =
        "!has(self.memory) || !has(self.memoryReservation) || (type(self.memory) == int ?"
            + " int(self.memory) : string(self.memory).matches('^[0-9]{1,9}$') ?"
            + " int(string(self.memory)) : 2147483647) > self.memoryReservation",
    messageExpression =
        "\"Invalid setting for container '\" + self.name + \"'. 'memory' must be greater than"
            + " 'memoryReservation'.\"",
    fieldPath = ".memoryReservation")
public record ContainerDefinition(
    @JsonPropertyDescription(
            "Container name, 1 to 255 letters, digits, _ and -; unique in the task.")
        @Required
        @Pattern("^[A-Za-z0-9_-]{1,255}$")
        @Size(min = 1, max = 255)
        @Nullable String name,
    @JsonPropertyDescription(
            "Image with tag or digest. A tag is pulled at each start, a digest when it is not there"
                + " yet.")
        @Required
        @Size(min = 1)
        @Nullable String image,
    @JsonPropertyDescription(
            "Credentials for a private registry; becomes an image pull secret of the pod.")
        @Nullable RepositoryCredentials repositoryCredentials,
    @JsonPropertyDescription(
            "CPU units, 1024 = 1 vCPU. A share, not a cap; becomes the CPU request.")
        @SchemaFrom(type = IntOrString.class)
        @Nullable String cpu,
    @JsonPropertyDescription("Hard memory limit in MiB, 6 or more; becomes the memory limit.")
        @SchemaFrom(type = IntOrString.class)
        @Size(max = 20)
        @Nullable String memory,
    @JsonPropertyDescription(
            "Soft memory limit in MiB; becomes the memory request. Must be less than memory.")
        @Min(6)
        @Nullable Integer memoryReservation,
    @JsonPropertyDescription(
            "Names of other containers as name:alias, with network mode bridge only.")
        List<String> links,
    @JsonPropertyDescription(
            "Ports that the container listens on; become container ports and ports of the Service.")
        @Size(max = 100)
        List<PortMapping> portMappings,
    @JsonPropertyDescription(
            "Whether the task ends when this container ends; default true. At least one must be"
                + " essential.")
        @Nullable Boolean essential,
    @JsonPropertyDescription("Whether this container restarts alone, without a new task.")
        @Nullable ContainerRestartPolicy restartPolicy,
    @JsonPropertyDescription(
            "Replaces the image's entry point, without a shell; becomes the pod's command.")
        List<String> entryPoint,
    @JsonPropertyDescription(
            "Replaces the image's command, without a shell; becomes the pod's args.")
        List<String> command,
    @JsonPropertyDescription("Environment variables, literally: $(NAME) is not expanded.")
        List<KeyValuePair> environment,
    @JsonPropertyDescription("Files with NAME=value lines, at most 10; environment wins over them.")
        @Size(max = 10)
        List<EnvironmentFile> environmentFiles,
    @JsonPropertyDescription(
            "Where the task's volumes appear in this container; becomes volume mounts.")
        List<MountPoint> mountPoints,
    @JsonPropertyDescription("Other containers whose mounts this one gets too.")
        List<VolumeFrom> volumesFrom,
    @JsonPropertyDescription("Linux settings: capabilities, devices, shared memory, tmpfs, swap.")
        @Nullable LinuxParameters linuxParameters,
    @JsonPropertyDescription(
            "Environment variables from secrets, read once at start; become secretKeyRef.")
        List<Secret> secrets,
    @JsonPropertyDescription(
            "Containers that must reach a condition before this one starts; reverse order at the"
                + " stop.")
        List<ContainerDependency> dependsOn,
    @JsonPropertyDescription(
            "Seconds others wait for this container to reach their condition; Fargate 2 to 120.")
        @Min(0)
        @Nullable Integer startTimeout,
    @JsonPropertyDescription(
            "Seconds between SIGTERM and SIGKILL, default 30; Fargate 2 to 120. Becomes the grace"
                + " period.")
        @Min(0)
        @Nullable Integer stopTimeout,
    @JsonPropertyDescription(
            "Whether a tag is fixed to the digest of the deployment's first task; default enabled.")
        @SchemaFrom(type = VersionConsistency.class)
        @Nullable String versionConsistency,
    @JsonPropertyDescription(
            "Host name of the container, not with awsvpc; becomes the pod's host name.")
        @Nullable String hostname,
    @JsonPropertyDescription(
            "User as uid or uid:gid, numbers or root; other names are refused. Becomes runAsUser.")
        @Nullable String user,
    @JsonPropertyDescription("Directory in which the command runs; becomes workingDir.")
        @Nullable String workingDirectory,
    @JsonPropertyDescription("Whether the container has no network; not on Fargate.")
        @Nullable Boolean disableNetworking,
    @JsonPropertyDescription("Whether the container has root rights on the node; not on Fargate.")
        @Nullable Boolean privileged,
    @JsonPropertyDescription("Whether the root file system is read-only; default false.")
        @Nullable Boolean readonlyRootFilesystem,
    @JsonPropertyDescription("Name servers of the container; not on Fargate.")
        List<String> dnsServers,
    @JsonPropertyDescription("DNS search domains of the container; not on Fargate.")
        List<String> dnsSearchDomains,
    @JsonPropertyDescription(
            "Lines for /etc/hosts; not with awsvpc. Becomes host aliases of the pod.")
        List<HostEntry> extraHosts,
    @JsonPropertyDescription(
            "Options such as no-new-privileges or apparmor:PROFILE; not on Fargate.")
        List<String> dockerSecurityOptions,
    @JsonPropertyDescription("Whether standard input stays open; becomes stdin.")
        @Nullable Boolean interactive,
    @JsonPropertyDescription("Whether a terminal is allocated; becomes tty.")
        @Nullable Boolean pseudoTerminal,
    @JsonPropertyDescription(
            "Labels of the container; a pod has none for a container, so they become annotations.")
        Map<String, String> dockerLabels,
    @JsonPropertyDescription("Process limits; Kubernetes has no field for them.")
        List<Ulimit> ulimits,
    @JsonPropertyDescription(
            "Log driver and options; the cluster's log collection stays in charge of the output.")
        @Nullable LogConfiguration logConfiguration,
    @JsonPropertyDescription("Command that tells whether the container is healthy; becomes probes.")
        @Nullable HealthCheck healthCheck,
    @JsonPropertyDescription("Kernel parameters; become sysctls of the whole pod.")
        List<SystemControl> systemControls,
    @JsonPropertyDescription("GPUs and other accelerators; become extended resources.")
        List<ResourceRequirement> resourceRequirements,
    @JsonPropertyDescription("Makes this container the log router of the task.")
        @Nullable FirelensConfiguration firelensConfiguration,
    @JsonPropertyDescription("Credential specifications for Windows accounts, at most 1.")
        @Size(max = 1)
        List<String> credentialSpecs) {

  public ContainerDefinition {
    links = Copies.of(links);
    portMappings = Copies.of(portMappings);
    entryPoint = Copies.of(entryPoint);
    command = Copies.of(command);
    environment = Copies.of(environment);
    environmentFiles = Copies.of(environmentFiles);
    mountPoints = Copies.of(mountPoints);
    volumesFrom = Copies.of(volumesFrom);
    secrets = Copies.of(secrets);
    dependsOn = Copies.of(dependsOn);
    dnsServers = Copies.of(dnsServers);
    dnsSearchDomains = Copies.of(dnsSearchDomains);
    extraHosts = Copies.of(extraHosts);
    dockerSecurityOptions = Copies.of(dockerSecurityOptions);
    ulimits = Copies.of(ulimits);
    systemControls = Copies.of(systemControls);
    resourceRequirements = Copies.of(resourceRequirements);
    credentialSpecs = Copies.of(credentialSpecs);
    dockerLabels = Copies.of(dockerLabels);
  }
}
