package dev.longshore.ecs.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.PodSecurityProfile;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileInForceTest {
  @ParameterizedTest
  @CsvSource({
    "none, none, BASELINE",
    "none, privileged, BASELINE",
    "none, baseline, BASELINE",
    "none, restricted, RESTRICTED",
    "baseline, restricted, RESTRICTED",
    "restricted, none, RESTRICTED",
    "restricted, privileged, RESTRICTED",
    "restricted, restricted, RESTRICTED",
    "baseline, unknown, BASELINE",
  })
  void theStricterOfClusterAndNamespaceHolds(
      String asked, String enforced, PodSecurityProfile profile) throws JsonProcessingException {
    Optional<Cluster> cluster =
        asked.equals("none")
            ? Optional.empty()
            : Optional.of(
                Mappers.json()
                    .readValue(
                        "{\"spec\": {\"kubernetes\": {\"podSecurity\": \"%s\"}}}".formatted(asked),
                        Cluster.class));

    assertThat(ProfileInForce.of(cluster, Optional.of(namespace(enforced)))).isEqualTo(profile);
    assertThat(ProfileInForce.of(cluster, Optional.empty()))
        .isEqualTo(
            asked.equals("restricted")
                ? PodSecurityProfile.RESTRICTED
                : PodSecurityProfile.BASELINE);
  }

  @ParameterizedTest
  @CsvSource({"none, restricted, true", "restricted, none, true", "baseline, baseline, false"})
  void onlyAnotherProfileWakes(String before, String now, boolean changed) {
    assertThat(ProfileInForce.changed(namespace(now), namespace(before))).isEqualTo(changed);
  }

  private static Namespace namespace(String enforced) {
    NamespaceBuilder builder = new NamespaceBuilder().withNewMetadata().withName("a").endMetadata();
    return enforced.equals("none")
        ? builder.build()
        : builder
            .editMetadata()
            .addToLabels("pod-security.kubernetes.io/enforce", enforced)
            .endMetadata()
            .build();
  }
}
