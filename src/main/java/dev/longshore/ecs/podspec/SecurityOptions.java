package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.AppArmorProfile;
import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * ContainerDefinition.dockerSecurityOptions: no-new-privileges and AppArmor profiles of the node.
 */
final class SecurityOptions implements PodFeature {
  private static final String PATH = "containerDefinitions[].dockerSecurityOptions";
  private static final String NO_NEW_PRIVILEGES = "no-new-privileges";
  private static final String APPARMOR = "apparmor:";
  private static final Pattern BUILT =
      Pattern.compile("no-new-privileges(:true)?|apparmor:(?!unconfined$)\\S(.*\\S)?");

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.exact(PATH, "securityContext.allowPrivilegeEscalation, appArmorProfile")
            .rejecting(
                "label:, credentialspec: and whatever loosens",
                (value, document) ->
                    StreamSupport.stream(value.spliterator(), false)
                        .anyMatch(option -> !BUILT.matcher(option.asText()).matches()),
                "only no-new-privileges and apparmor:PROFILE are built; leaving another option out"
                    + " would weaken the container; remove it"));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    for (String option : definition.dockerSecurityOptions()) {
      if (option.startsWith(NO_NEW_PRIVILEGES)) {
        draft.getSecurityContext().setAllowPrivilegeEscalation(false);
      } else if (option.startsWith(APPARMOR)) {
        String profile = option.substring(APPARMOR.length());
        draft.getSecurityContext().setAppArmorProfile(new AppArmorProfile(profile, "Localhost"));
      }
    }
  }
}
