package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Bindings;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.testing.Golden;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdmissionTest {
  private static final String ROLE = "arn:aws:iam::1:role/reader";
  private static final String IDENTITY = " Cluster.spec.kubernetes.bindings.taskRoles ";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          spec: {hostNetwork: true}                                                          | spec.hostNetwork: Pod Security baseline forbids true; remove it.
          spec: {containers: [{name: app, securityContext: {privileged: true}}]}             | spec.containers[app].securityContext.privileged: Pod Security baseline forbids true; remove it.
          spec: {initContainers: [{name: x, image: a, securityContext: {privileged: true}}]} | spec.initContainers[x].securityContext.privileged: Pod Security baseline forbids true; remove it.
          spec: {volumes: [{name: root, hostPath: {path: /}}]}                               | spec.volumes[root].hostPath: Pod Security baseline forbids {"path":"/"}; use a PersistentVolumeClaim.
          spec: {volumes: [{name: data, emptyDir: null, hostPath: {path: /}}]}               | spec.volumes[data].hostPath: Pod Security baseline forbids {"path":"/"}; use a PersistentVolumeClaim.
          spec: {securityContext: {seccompProfile: {type: Unconfined}}}                      | spec.securityContext.seccompProfile.type: Pod Security baseline forbids 'Unconfined'; use RuntimeDefault or Localhost.
          metadata: {labels: {ecs.longshore.dev/service: other}}                             | metadata.labels.ecs.longshore.dev/service: only Longshore writes keys of ecs.longshore.dev; remove it.
          metadata: {labels: {security-group.ecs.longshore.dev/sg-1: "true"}}                | metadata.labels.security-group.ecs.longshore.dev/sg-1: only Longshore writes keys of ecs.longshore.dev; remove it.
          metadata: {labels: {job-name: nightly}}                                            | metadata.labels.job-name: Kubernetes' own controllers write this label; remove it.
          metadata: {labels: {batch.kubernetes.io/controller-uid: u}}                        | metadata.labels.batch.kubernetes.io/controller-uid: Kubernetes' own controllers write this label; remove it.
          metadata: {annotations: {ecs.longshore.dev/task-facts: "{}"}}                      | metadata.annotations.ecs.longshore.dev/task-facts: only Longshore writes keys of ecs.longshore.dev; remove it.
          """)
  void whatATemplateMayNotDoIsNamedWithItsRemedy(String template, String message)
      throws JsonProcessingException {
    assertThat(problems(definition(template), false))
        .containsExactly("kubernetes.podTemplate." + message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          spec: {serviceAccountName: admin}                                                         | spec.serviceAccountName
          spec: {serviceAccount: admin}                                                             | spec.serviceAccount
          spec: {serviceAccountName: reader, serviceAccount: admin}                                 | spec.serviceAccount
          spec: {automountServiceAccountToken: true}                                                | spec.automountServiceAccountToken
          spec: {serviceAccountName: default, automountServiceAccountToken: true}                   | spec.automountServiceAccountToken
          spec: {volumes: [{name: t, projected: {sources: [{serviceAccountToken: {path: t}}]}}]}    | spec.volumes[t].projected.sources
          spec: {volumes: [{name: t, projected: {sources: [{podCertificate: {keyType: RSA3072}}]}}]} | spec.volumes[t].projected.sources
          """)
  void anIdentityThatNobodyGrantedIsRefused(String template, String path)
      throws JsonProcessingException {
    assertThat(problems(definition(template), false))
        .singleElement()
        .asString()
        .startsWith("kubernetes.podTemplate." + path + ": ")
        .contains(IDENTITY.strip());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          spec: {serviceAccountName: reader}
          spec: {serviceAccountName: reader, automountServiceAccountToken: true}
          spec: {serviceAccountName: default}
          spec: {serviceAccountName: reader, volumes: [{name: t, projected: {sources: [{serviceAccountToken: {path: t}}]}}]}
          spec: {priorityClassName: high, volumes: [{name: t, projected: {sources: [{configMap: {name: t}}]}}]}
          metadata: {labels: {mesh: enabled}, annotations: {example.com/scrape: "true"}}
          """)
  void whatTheOwnerBoundAndWhatIsHarmlessMayStart(String template) throws JsonProcessingException {
    assertThat(problems(definition(template), false)).isEmpty();
  }

  @Test
  void aTemplateDoesNotEscapeRestricted() throws JsonProcessingException {
    TaskDefinitionSpec definition =
        definition("spec: {containers: [{name: extra, image: a}, {name: app}]}");

    assertThat(problems(definition, false)).isEmpty();
    assertThat(problems(definition, true))
        .allMatch(it -> it.startsWith("kubernetes.podTemplate.spec.containers[extra]."))
        .anyMatch(it -> it.endsWith("forbids leaving it out; set it to [ALL]."));
  }

  @Test
  void whatABindingBringsIsNotLaidToATemplate() throws JsonProcessingException {
    TaskDefinitionSpec definition =
        read(
            """
            volumes: [{name: data, host: {sourcePath: /data}}]
            containerDefinitions: [{name: app, image: a}]
            """);

    assertThat(problems(definition, true))
        .singleElement()
        .asString()
        .startsWith("The task's pod, spec.volumes[data].nfs: Pod Security restricted forbids ");
  }

  /** Whatever Longshore renders by itself is within the profile that was asked for. */
  @ParameterizedTest
  @MethodSource("goldens")
  void withoutATemplateNothingIsForbidden(Golden golden) throws JsonProcessingException {
    ObjectNode tree = (ObjectNode) golden.inputs().get("in-definition.yaml");
    tree.remove("kubernetes");
    TaskDefinitionSpec definition = Mappers.json().treeToValue(tree, TaskDefinitionSpec.class);

    assertThat(problems(definition, false)).isEmpty();
    if (Security.unmet(definition).isEmpty()) {
      assertThat(problems(definition, true))
          .allMatch(it -> it.contains("].nfs: Pod Security restricted forbids "));
    }
  }

  static Stream<Golden> goldens() {
    return Golden.cases("podspec");
  }

  private static List<String> problems(TaskDefinitionSpec definition, boolean restricted)
      throws JsonProcessingException {
    Bindings bindings =
        Mappers.yaml()
            .readValue(
                """
                taskRoles: [{roleArn: "%s", serviceAccountName: reader}]
                volumes: [{source: /data, nfs: {server: nas, path: /a}}]
                """
                    .formatted(ROLE),
                Bindings.class);
    PodInputs inputs = PodInputs.of(definition, new AwsReferences(bindings), restricted);
    return Admission.problems(inputs).stream().map(Problem::message).toList();
  }

  private static TaskDefinitionSpec definition(String template) throws JsonProcessingException {
    return read(
        """
        volumes: [{name: data}]
        containerDefinitions: [{name: app, image: a, mountPoints: [{sourceVolume: data, containerPath: /d}]}]
        kubernetes:
          podTemplate:
            %s
        """
            .formatted(template));
  }

  private static TaskDefinitionSpec read(String yaml) throws JsonProcessingException {
    return Mappers.yaml().readValue(yaml, TaskDefinitionSpec.class);
  }
}
