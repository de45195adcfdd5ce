package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which registries the tasks of an execution role may pull from. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExecutionRoleBinding(
    @JsonPropertyDescription("ARN or name of the execution role, as task definitions write it.")
        @Required
        @Size(min = 1)
        @Nullable String roleArn,
    @JsonPropertyDescription(
            "Secrets of type kubernetes.io/dockerconfigjson in this namespace, for its tasks.")
        @Required
        @Size(min = 1, max = 20)
        List<String> pullSecrets) {

  public ExecutionRoleBinding {
    pullSecrets = Copies.of(pullSecrets);
  }
}
