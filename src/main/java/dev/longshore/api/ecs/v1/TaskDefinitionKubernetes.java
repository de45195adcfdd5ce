package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * Our extensions of a task definition, apart from the ECS members so that neither hides the other.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskDefinitionKubernetes(
    @JsonPropertyDescription(
            "Overrides the pull policy: default is Always for tags and IfNotPresent for digests.")
        @SchemaFrom(type = ImagePullPolicy.class)
        @Nullable String imagePullPolicy,
    @JsonPropertyDescription(
            "On a revision: INACTIVE deregisters it, then DELETED deletes it once nobody uses it;"
                + " ACTIVE is the default. Ignored on TaskDefinition.")
        @SchemaFrom(type = RevisionDesiredStatus.class)
        @Nullable String desiredStatus,
    @JsonPropertyDescription(
            "Merged into the pod template last: maps by key, containers, volumes, env and ports"
                + " too.")
        @PreserveUnknownFields
        @Nullable Object podTemplate,
    @JsonPropertyDescription(
            "On a revision: digest of its podTemplate, written when it was registered.")
        @Size(max = 64)
        @Nullable String podTemplateDigest,
    @JsonPropertyDescription(
            "How many of the newest revisions of a TaskDefinition are kept; older ones that nothing"
                + " uses are deregistered, then deleted. Unset keeps all.")
        @Min(1)
        @Max(1000000)
        @Nullable Integer revisionHistoryLimit) {}
