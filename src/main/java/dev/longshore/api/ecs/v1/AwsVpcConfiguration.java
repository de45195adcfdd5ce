package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code AwsVpcConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AwsVpcConfiguration(
    List<String> subnets,
    List<String> securityGroups,
    @SchemaFrom(type = AssignPublicIp.class) @Nullable String assignPublicIp) {

  public AwsVpcConfiguration {
    subnets = Copies.of(subnets);
    securityGroups = Copies.of(securityGroups);
  }
}
