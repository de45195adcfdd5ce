package dev.longshore.ecs.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Problem;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * ContainerDefinition.user, readonlyRootFilesystem and privileged under Pod Security: baseline, and
 * restricted where the user is a number other than 0 or the cluster demands it.
 */
final class Security implements PodFeature {
  private static final String BASE = "containerDefinitions[].";

  @Override
  public List<FieldRule> fields() {
    String context = "containers[].securityContext";
    return List.of(
        FieldRule.exact(BASE + "user", context + ".runAsUser and runAsGroup")
            .rejecting(
                "a name other than root, or a number above 2147483647",
                (value, document) -> User.parse(value.asText()).isEmpty(),
                "the kubelet cannot look up names in an image, and another identity would be used;"
                    + " give the number, as in 1000 or 1000:1000, up to 2147483647")
            .except(
                new FieldRule.Exception(
                    "a number other than 0, and no capability added but NET_BIND_SERVICE",
                    new FieldRule.OfContainer(Security::impliesRestricted),
                    FidelityClass.APPROXIMATED,
                    "the container runs under Pod Security restricted: it has no other capability,"
                        + " and programs with setuid or file capabilities gain nothing")),
        FieldRule.exact(BASE + "readonlyRootFilesystem", context + ".readOnlyRootFilesystem"),
        FieldRule.exact(BASE + "privileged", "nothing: containers are not privileged")
            .rejecting(
                "true",
                (value, document) -> value.asBoolean(),
                "Pod Security baseline forbids privileged containers; ask for what is needed with"
                    + " linuxParameters.capabilities.add"));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    SecurityContext context = new SecurityContext();
    user(definition)
        .ifPresent(
            user -> {
              context.setRunAsUser(user.uid());
              context.setRunAsGroup(user.gid());
            });
    if (Boolean.TRUE.equals(definition.readonlyRootFilesystem())) {
      context.setReadOnlyRootFilesystem(true);
    }
    if (isRestricted(definition, inputs)) {
      context.setRunAsNonRoot(true);
      context.setAllowPrivilegeEscalation(false);
    }
    draft.setSecurityContext(context);
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    PodSecurityContext context = new PodSecurityContext();
    context.setSeccompProfile(new SeccompProfile(null, "RuntimeDefault"));
    draft.getSpec().setSecurityContext(context);
    SecurityContext nothing = new SecurityContext();
    for (Container container : draft.getSpec().getContainers()) {
      if (nothing.equals(container.getSecurityContext())) {
        container.setSecurityContext(null);
      }
    }
    // Docker gives containers no variables of other services
    draft.getSpec().setEnableServiceLinks(false);
  }

  /** What keeps the definition from running where Pod Security restricted is demanded. */
  static List<Problem> unmet(TaskDefinitionSpec definition) {
    return definition.containerDefinitions().stream()
        .flatMap(container -> Stream.concat(root(container), capabilities(container)))
        .toList();
  }

  /** The same of a container in a document. */
  private static boolean impliesRestricted(JsonNode container) {
    boolean more =
        StreamSupport.stream(container.at("/linuxParameters/capabilities/add").spliterator(), false)
            .anyMatch(it -> !it.asText().equals(Capabilities.RESTRICTED));
    return !more
        && User.parse(container.path("user").asText()).filter(it -> !it.isRoot()).isPresent();
  }

  /** Whether the container gets the restricted profile. */
  static boolean isRestricted(ContainerDefinition definition, PodInputs inputs) {
    boolean asked = user(definition).map(user -> !user.isRoot()).orElse(false);
    return inputs.restricted() || asked && Capabilities.beyondRestricted(definition).isEmpty();
  }

  private static Stream<Problem> root(ContainerDefinition definition) {
    return user(definition).filter(User::isRoot).stream()
        .map(user -> unmet(definition, "has user 0", "set user to another number"));
  }

  private static Stream<Problem> capabilities(ContainerDefinition definition) {
    return Capabilities.beyondRestricted(definition).stream()
        .map(
            capability ->
                unmet(
                    definition,
                    "adds capability " + capability,
                    "remove it from linuxParameters.capabilities.add"));
  }

  private static Problem unmet(ContainerDefinition definition, String what, String remedy) {
    return new Problem(
        "PodSecurity",
        "Container '%s' %s and Pod Security restricted holds here, by the cluster's podSecurity or the namespace's label; %s."
            .formatted(definition.name(), what, remedy));
  }

  private static Optional<User> user(ContainerDefinition definition) {
    return Optional.ofNullable(definition.user()).flatMap(User::parse);
  }
}
