package dev.longshore.ecs.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.PodSecurityProfile;
import dev.longshore.core.Mappers;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PodSecurityStandardsTest {
  @ParameterizedTest
  @MethodSource("dev.longshore.ecs.podsecurity.ChangedPod#table")
  void aPodIsForbiddenByItsProfileAndEveryStricterOne(ChangedPod row) throws IOException {
    JsonNode pod = row.pod();

    assertThat(PodSecurityStandards.of(pod, PodSecurityProfile.BASELINE).isEmpty())
        .isEqualTo(!row.forbiddenBy().equals("baseline"));
    assertThat(PodSecurityStandards.of(pod, PodSecurityProfile.RESTRICTED).isEmpty())
        .isEqualTo(row.forbiddenBy().equals("nothing"));
  }

  @Test
  void aViolationNamesFieldValueProfileAndRemedy() throws IOException {
    JsonNode pod =
        Mappers.yaml()
            .readTree(
                """
                spec:
                  volumes: [{name: root, hostPath: {path: /}}]
                  containers: [{name: app, securityContext: {capabilities: {add: [SYS_ADMIN, KILL]}}}]
                """);

    assertThat(PodSecurityStandards.of(pod, PodSecurityProfile.RESTRICTED))
        .extracting(it -> it.path() + ": " + it.sentence())
        .containsExactly(
            "spec.containers[app].securityContext.capabilities.add: Pod Security baseline forbids"
                + " 'SYS_ADMIN'; remove the capability",
            "spec.volumes[root].hostPath: Pod Security baseline forbids {\"path\":\"/\"}; use a"
                + " PersistentVolumeClaim",
            "spec.containers[app].securityContext.allowPrivilegeEscalation: Pod Security restricted"
                + " forbids leaving it out; set it to false",
            "spec.containers[app].securityContext.runAsNonRoot: Pod Security restricted forbids"
                + " leaving it out; set it to true",
            "spec.containers[app].securityContext.seccompProfile.type: Pod Security restricted"
                + " forbids leaving it out; use RuntimeDefault or Localhost",
            "spec.containers[app].securityContext.capabilities.drop: Pod Security restricted forbids"
                + " leaving it out; set it to [ALL]",
            "spec.containers[app].securityContext.capabilities.add: Pod Security restricted forbids"
                + " 'KILL'; remove the capability");
  }
}
