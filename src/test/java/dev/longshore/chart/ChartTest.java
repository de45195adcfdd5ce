package dev.longshore.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
  private static final Map<String, Object> DEFAULTS = Map.of();
  private static final Map<String, Object> TWO_NAMESPACES =
      Map.of("watchNamespaces[0]", "shop", "watchNamespaces[1]", "bank");

  @Test
  void lintFindsNothing() {
    LintResult lint = new Helm(Charts.CHART).lint().strict().quiet().call();

    assertThat(lint.isFailed()).as(String.join("\n", lint.getMessages())).isFalse();
  }

  @Test
  void theDefinitionsAreThoseOfTheProject() throws IOException {
    assertThat(texts(Charts.CHART.resolve("files/crds")))
        .as("rewrite them with: make generate")
        .isEqualTo(texts(Path.of("crds")));
  }

  @Test
  void theDefinitionsSurviveTheRelease() {
    assertThat(Charts.of(CustomResourceDefinition.class, DEFAULTS))
        .hasSize(6)
        .allSatisfy(
            crd ->
                assertThat(crd.getMetadata().getAnnotations())
                    .containsEntry("helm.sh/resource-policy", "keep"));
  }

  @Test
  void rightsAreOnTheWholeClusterUnlessNamespacesAreNamed() {
    List<String> kinds =
        Charts.objects(DEFAULTS).stream().map(HasMetadata::getKind).distinct().toList();

    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "CustomResourceDefinition",
            "ServiceAccount",
            "ClusterRole",
            "ClusterRoleBinding",
            "Role",
            "RoleBinding",
            "PodDisruptionBudget",
            "Deployment");
    assertThat(Charts.of(Role.class, DEFAULTS))
        .extracting(role -> role.getMetadata().getName())
        .containsExactly("longshore-leader");
  }

  @Test
  void inNamespacedModeTheClusterRoleIsForWhatHasNoNamespace() {
    assertThat(Charts.of(ClusterRole.class, TWO_NAMESPACES))
        .flatExtracting(ClusterRole::getRules)
        .flatExtracting(PolicyRule::getResources)
        .containsExactlyInAnyOrder(
            "nodes", "namespaces", "capacityproviders", "capacityproviders/status");
    assertThat(Charts.of(Role.class, TWO_NAMESPACES))
        .extracting(role -> role.getMetadata().getNamespace())
        .containsExactlyInAnyOrder("shop", "bank", Charts.NAMESPACE);
  }

  @Test
  void nobodyGetsWildcardsSecretsOrTheirOwnRights() {
    List<PolicyRule> rules =
        Stream.concat(
                Charts.of(ClusterRole.class, DEFAULTS).map(ClusterRole::getRules),
                Charts.of(Role.class, DEFAULTS).map(Role::getRules))
            .flatMap(List::stream)
            .toList();

    assertThat(rules)
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              assertThat(rule.getVerbs()).doesNotContain("*", "escalate", "bind", "impersonate");
              assertThat(rule.getApiGroups()).doesNotContain("*", "rbac.authorization.k8s.io");
              assertThat(rule.getResources()).doesNotContain("*", "secrets");
            });
  }

  @Test
  void thePodMeetsTheRestrictedProfile() {
    PodSpec pod = deployment(DEFAULTS).getSpec().getTemplate().getSpec();
    Container container = pod.getContainers().getFirst();

    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getSecurityContext().getCapabilities().getAdd()).isEmpty();
  }

  @Test
  void aBudgetIsMadeOnlyWhereASecondReplicaCanHoldIt() {
    assertThat(Charts.of(PodDisruptionBudget.class, DEFAULTS)).hasSize(1);
    assertThat(Charts.of(PodDisruptionBudget.class, Map.of("replicas", 1))).isEmpty();
  }

  @Test
  void aDigestWinsOverTheTag() {
    String digest = "sha256:" + "0".repeat(64);

    assertThat(image(Map.of("image.digest", digest))).isEqualTo("localhost/longshore@" + digest);
    assertThat(image(Map.of("image.tag", "next"))).isEqualTo("localhost/longshore:next");
  }

  @ParameterizedTest
  @CsvSource({
    "replica, 2",
    "replicas, 0",
    "watchNamespaces[0], Shop",
    "logFormat, xml",
    "resync, 10 minutes",
    "image.tagg, next",
    "crds.kept, true",
    "leaderElection.enabled, false",
  })
  void aMistakeInTheValuesIsRefused(String key, String value) {
    assertThatThrownBy(() -> Charts.render(Map.of(key, value)))
        .hasMessageContaining("values don't meet the specifications of the schema");
  }

  private static String image(Map<String, Object> values) {
    return deployment(values)
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getImage();
  }

  private static Deployment deployment(Map<String, Object> values) {
    return Charts.of(Deployment.class, values).findFirst().orElseThrow();
  }

  private static Map<String, String> texts(Path directory) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
