package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ContainerDefinition}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ContainerDefinition(
    @Nullable String name,
    @Nullable String image,
    @Nullable RepositoryCredentials repositoryCredentials,
    @SchemaFrom(type = IntOrString.class) @Nullable String cpu,
    @SchemaFrom(type = IntOrString.class) @Nullable String memory,
    @Nullable Integer memoryReservation,
    List<String> links,
    List<PortMapping> portMappings,
    @Nullable Boolean essential,
    @Nullable ContainerRestartPolicy restartPolicy,
    List<String> entryPoint,
    List<String> command,
    List<KeyValuePair> environment,
    List<EnvironmentFile> environmentFiles,
    List<MountPoint> mountPoints,
    List<VolumeFrom> volumesFrom,
    @Nullable LinuxParameters linuxParameters,
    List<Secret> secrets,
    List<ContainerDependency> dependsOn,
    @Nullable Integer startTimeout,
    @Nullable Integer stopTimeout,
    @SchemaFrom(type = VersionConsistency.class) @Nullable String versionConsistency,
    @Nullable String hostname,
    @Nullable String user,
    @Nullable String workingDirectory,
    @Nullable Boolean disableNetworking,
    @Nullable Boolean privileged,
    @Nullable Boolean readonlyRootFilesystem,
    List<String> dnsServers,
    List<String> dnsSearchDomains,
    List<HostEntry> extraHosts,
    List<String> dockerSecurityOptions,
    @Nullable Boolean interactive,
    @Nullable Boolean pseudoTerminal,
    Map<String, String> dockerLabels,
    List<Ulimit> ulimits,
    @Nullable LogConfiguration logConfiguration,
    @Nullable HealthCheck healthCheck,
    List<SystemControl> systemControls,
    List<ResourceRequirement> resourceRequirements,
    @Nullable FirelensConfiguration firelensConfiguration,
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
