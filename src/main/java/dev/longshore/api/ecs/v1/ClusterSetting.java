package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ClusterSetting}, {@code settings} of {@code ClusterSpec}: cluster settings
 * such as containerInsights.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClusterSetting(
    @JsonPropertyDescription("Name of the setting: containerInsights.")
        @SchemaFrom(type = ClusterSettingName.class)
        @Nullable String name,
    @JsonPropertyDescription("Value of the setting: enhanced, enabled or disabled.")
        @Nullable String value) {}
