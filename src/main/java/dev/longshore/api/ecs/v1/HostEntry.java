package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code HostEntry}, {@code extraHosts} of {@code ContainerDefinition}: lines for
 * /etc/hosts; not with awsvpc. Becomes host aliases of the pod.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HostEntry(
    @JsonPropertyDescription("Name to put in /etc/hosts.") @Required @Size(min = 1)
        @Nullable String hostname,
    @JsonPropertyDescription("Address of that name.") @Required @Size(min = 1)
        @Nullable String ipAddress) {}
