package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Which extended resource a device plugin offers for a device of the node. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeviceBinding(
    @JsonPropertyDescription("Path of the device on the node, or GPU or NeuronDevice.")
        @Required
        @Size(min = 1)
        @Nullable String device,
    @JsonPropertyDescription("Resource that the device plugin announces, such as example.com/fuse.")
        @Required
        @Size(min = 1, max = 317)
        @Pattern("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$")
        @Nullable String resourceName) {}
