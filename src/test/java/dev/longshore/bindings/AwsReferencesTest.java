package dev.longshore.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Bindings;
import dev.longshore.api.ecs.v1.DeviceBinding;
import dev.longshore.api.ecs.v1.EnvironmentFileBinding;
import dev.longshore.api.ecs.v1.ExecutionRoleBinding;
import dev.longshore.api.ecs.v1.SecretBinding;
import dev.longshore.api.ecs.v1.TaskRoleBinding;
import dev.longshore.api.ecs.v1.VolumeBinding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsReferencesTest {
  private static final String SECRET = "arn:aws:secretsmanager:eu-central-1:1:secret:db-a1B2c3";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arn:aws:secretsmanager:eu-central-1:1:secret:db-a1B2c3 | db | value
          arn:aws:secretsmanager:eu-central-1:1:secret:db-a1B2c3:password:: | db | password
          arn:aws:secretsmanager:eu-central-1:1:secret:db-a1B2c3:password:AWSCURRENT: | db | password
          arn:aws:secretsmanager:eu-central-1:1:secret:db-a1B2c3:::version | db | value
          arn:aws:secretsmanager:eu-central-1:1:secret:prod/db-a1B2c3 | prod-db | value
          arn:aws:ssm:eu-central-1:1:parameter/prod/db/password | prod-db-password | value
          /prod/db/password | prod-db-password | value
          password | password | value
          k8s:secret/db.credentials#user_name | db.credentials | user_name
          """)
  void conventionNamesASecretOfTheNamespace(String valueFrom, String secret, String key) {
    assertThat(AwsReferences.byConvention().secret(valueFrom)).contains(new SecretKey(secret, key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k8s:secret/other/db#key",
        "k8s:secret/db",
        "k8s:secret/db#..",
        "k8s:secret/db#..up",
        "k8s:secret/a..b#key",
        "k8s:configmap/a#b",
        "arn:aws:s3:::bucket/key",
        "arn:aws:secretsmanager:eu-central-1:1:secret:db-a1B2c3:a key::",
        "arn:",
        " "
      })
  void whatIsMalformedNamesNothing(String valueFrom) {
    assertThat(AwsReferences.byConvention().secret(valueFrom)).isEmpty();
    assertThat(AwsReferences.isSecretReference(valueFrom)).isFalse();
  }

  @Test
  void aNameThatIsNoDnsLabelStaysUnique() {
    AwsReferences references = AwsReferences.byConvention();

    assertThat(references.secret("Db_1").orElseThrow().secretName()).startsWith("db-1-");
    assertThat(references.secret("Db_1")).isNotEqualTo(references.secret("db_1"));
  }

  @Test
  void theOwnersBindingWins() {
    AwsReferences references =
        references(List.of(new SecretBinding(SECRET, "team-db", null)), List.of());

    assertThat(references.secret(SECRET)).contains(new SecretKey("team-db", "value"));
    assertThat(references.secret(SECRET + ":user::")).contains(new SecretKey("team-db", "user"));
    assertThat(references.secret(SECRET + "x"))
        .hasValueSatisfying(k -> assertThat(k.secretName()).isNotEqualTo("team-db"));
  }

  @Test
  void aBindingMayNameTheKey() {
    AwsReferences references =
        references(List.of(new SecretBinding("token", "team", "api")), List.of());

    assertThat(references.secret("token")).contains(new SecretKey("team", "api"));
  }

  @Test
  void aRoleWithoutABindingGivesNoIdentity() {
    AwsReferences references =
        references(List.of(), List.of(new TaskRoleBinding("arn:role/a", "account-a")));

    assertThat(references.serviceAccount("arn:role/a")).contains("account-a");
    assertThat(references.serviceAccount("arn:role/b")).isEmpty();
    assertThat(references.serviceAccount(null)).isEmpty();
    assertThat(AwsReferences.byConvention().serviceAccount("arn:role/a")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "k8s:secret/registry, registry",
    "k8s:secret/registry#any, registry",
    "registry, registry",
    "arn:aws:secretsmanager:eu-central-1:1:secret:team/registry-a1B2c3, team-registry"
  })
  void aPullSecretIsNamedAsAWhole(String reference, String secret) {
    assertThat(AwsReferences.byConvention().pullSecret(reference)).contains(secret);
    assertThat(AwsReferences.isPullSecret(reference)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"k8s:secret/other/registry", "k8s:secret/My_Registry", "k8s:configmap/a"})
  void whatIsNoPullSecretNamesNothing(String reference) {
    assertThat(AwsReferences.byConvention().pullSecret(reference)).isEmpty();
    assertThat(AwsReferences.isPullSecret(reference)).isFalse();
  }

  @Test
  void anExecutionRoleBringsThePullSecretsThatTheOwnerBinds() {
    AwsReferences references =
        new AwsReferences(
            new Bindings(
                List.of(),
                List.of(
                    new ExecutionRoleBinding("arn:role/a", List.of("one", "two")),
                    new ExecutionRoleBinding("arn:role/b", List.of("three"))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));

    assertThat(references.pullSecrets("arn:role/a")).containsExactly("one", "two");
    assertThat(references.pullSecrets("arn:role/c")).isEmpty();
    assertThat(references.pullSecrets(null)).isEmpty();
    assertThat(AwsReferences.byConvention().pullSecrets("arn:role/a")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:s3:::settings/web/prod.env, false, settings-web-prod",
    "arn:aws-cn:s3:::settings/prod.env, false, settings-prod",
    "k8s:configmap/web.settings, false, web.settings",
    "k8s:secret/web, true, web"
  })
  void conventionNamesWhatHoldsTheVariablesOfAFile(String value, boolean secret, String name) {
    assertThat(AwsReferences.byConvention().environmentFile(value))
        .contains(new EnvironmentSource(secret, name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:s3:::settings/prod.txt",
        "arn:aws:s3:::settings",
        "arn:aws:s3:::prod.env",
        "k8s:secret/other/web",
        "k8s:pod/web",
        ""
      })
  void aFileInNoKnownPlaceNamesNothing(String value) {
    assertThat(AwsReferences.byConvention().environmentFile(value)).isEmpty();
    assertThat(AwsReferences.isEnvironmentFile(value)).isFalse();
  }

  @Test
  void filesVolumesAndDevicesAreWhatTheOwnerBindsThemTo() {
    VolumeBinding volume = new VolumeBinding("fs-1", "claim", null, null, null, null);
    AwsReferences references =
        new AwsReferences(
            new Bindings(
                List.of(),
                List.of(),
                List.of(),
                List.of(new EnvironmentFileBinding("arn:aws:s3:::a/b.env", null, "team")),
                List.of(volume),
                List.of(new DeviceBinding("/dev/fuse", "example.com/fuse")),
                List.of()));

    assertThat(references.environmentFile("arn:aws:s3:::a/b.env"))
        .contains(new EnvironmentSource(true, "team"));
    assertThat(references.volume("fs-1")).contains(volume);
    assertThat(references.volume("fs-12")).isEmpty();
    assertThat(references.volume(null)).isEmpty();
    assertThat(references.device("/dev/fuse")).contains("example.com/fuse");
    assertThat(AwsReferences.byConvention().device("/dev/fuse")).isEmpty();
  }

  private static AwsReferences references(
      List<SecretBinding> secrets, List<TaskRoleBinding> roles) {
    return new AwsReferences(
        new Bindings(roles, List.of(), secrets, List.of(), List.of(), List.of(), List.of()));
  }
}
