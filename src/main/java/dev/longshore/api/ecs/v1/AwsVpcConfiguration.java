package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code AwsVpcConfiguration}, {@code awsvpcConfiguration} of {@code
 * NetworkConfiguration}: subnets and security groups of tasks with network mode awsvpc.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AwsVpcConfiguration(
    @JsonPropertyDescription("Subnets of the tasks, 1 to 16.") @Required @Size(min = 1, max = 16)
        List<String> subnets,
    @JsonPropertyDescription("Security groups of the tasks, at most 5.") @Size(max = 5)
        List<String> securityGroups,
    @JsonPropertyDescription("Whether tasks get a public address; default DISABLED.")
        @SchemaFrom(type = AssignPublicIp.class)
        @Nullable String assignPublicIp) {

  public AwsVpcConfiguration {
    subnets = Copies.of(subnets);
    securityGroups = Copies.of(securityGroups);
  }
}
