package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Which ServiceAccount a task role stands for; a role without a binding grants nothing. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskRoleBinding(
    @JsonPropertyDescription("ARN or name of the task role, as task definitions write it.")
        @Required
        @Size(min = 1)
        @Nullable String roleArn,
    @JsonPropertyDescription("ServiceAccount in this namespace whose token the task gets.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$")
        @Nullable String serviceAccountName) {}
