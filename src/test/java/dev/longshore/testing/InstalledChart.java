package dev.longshore.testing;

import dev.longshore.chart.Charts;
import dev.longshore.testing.AuditLog.Right;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The chart's account and rights, without its pods. */
public record InstalledChart(KubernetesClient admin, List<HasMetadata> objects) {
  public static final String NAMESPACE = "longshore-system";
  public static final String ACCOUNT = "longshore";
  public static final String USER = "system:serviceaccount:" + NAMESPACE + ":" + ACCOUNT;
  private static final Set<String> ACCESS =
      Set.of("ServiceAccount", "ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding");

  /** For the whole cluster, as {@code deploy/install.yaml} is. */
  public static InstalledChart into(KubernetesClient admin) {
    return into(admin, Map.of());
  }

  public static InstalledChart into(KubernetesClient admin, Map<String, Object> values) {
    admin
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(NAMESPACE).endMetadata().build())
        .serverSideApply();
    List<HasMetadata> objects =
        Charts.objects(values).stream().filter(it -> ACCESS.contains(it.getKind())).toList();
    objects.forEach(it -> admin.resource(it).forceConflicts().serverSideApply());
    return new InstalledChart(admin, objects);
  }

  /** A connection of the operator's own ServiceAccount, with no right but the chart's. */
  public Config connection(Path kubeconfig) {
    String token =
        admin
            .serviceAccounts()
            .inNamespace(NAMESPACE)
            .withName(ACCOUNT)
            .tokenRequest(
                new TokenRequestBuilder()
                    .withNewSpec()
                    .withExpirationSeconds(3600L)
                    .endSpec()
                    .build())
            .getStatus()
            .getToken();
    Config anyone = Config.fromKubeconfig(kubeconfig.toFile());
    return new ConfigBuilder(Config.empty())
        .withMasterUrl(anyone.getMasterUrl())
        .withCaCertFile(anyone.getCaCertFile())
        .withCaCertData(anyone.getCaCertData())
        .withOauthToken(token)
        .build();
  }

  /** Every right the roles grant, one for each verb and resource. */
  public Set<Right> granted() {
    return objects.stream()
        .flatMap(InstalledChart::rules)
        .flatMap(InstalledChart::rights)
        .collect(Collectors.toCollection(() -> new TreeSet<>(ORDER)));
  }

  public static final Comparator<Right> ORDER =
      Comparator.comparing(Right::group).thenComparing(Right::resource).thenComparing(Right::verb);

  private static Stream<PolicyRule> rules(HasMetadata object) {
    return switch (object) {
      case ClusterRole role -> role.getRules().stream();
      case Role role -> role.getRules().stream();
      default -> Stream.empty();
    };
  }

  private static Stream<Right> rights(PolicyRule rule) {
    return rule.getApiGroups().stream()
        .flatMap(
            group ->
                rule.getResources().stream()
                    .flatMap(
                        resource ->
                            rule.getVerbs().stream()
                                .map(verb -> new Right(verb, group, resource))));
  }
}
