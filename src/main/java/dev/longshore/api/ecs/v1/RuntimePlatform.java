package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code RuntimePlatform}, {@code runtimePlatform} of {@code TaskDefinitionSpec}:
 * processor and operating system that the images are built for.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RuntimePlatform(
    @JsonPropertyDescription(
            "X86_64 (default) or ARM64; becomes a node selector on kubernetes.io/arch.")
        @SchemaFrom(type = CPUArchitecture.class)
        @Nullable String cpuArchitecture,
    @JsonPropertyDescription(
            "LINUX or a Windows Server release; becomes a node selector on kubernetes.io/os.")
        @SchemaFrom(type = OSFamily.class)
        @Nullable String operatingSystemFamily) {}
