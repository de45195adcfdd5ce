package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Applier;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionContentTest {
  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /cpu | "1 vCPU" | /cpu | "1024"
          /memory | "4 GB" | /memory | "4096"
          /containerDefinitions/0/essential | absent | /containerDefinitions/0/essential | true
          /kubernetes | {"podTemplateDigest": "abc", "desiredStatus": "INACTIVE"} | /kubernetes | {"desiredStatus":"INACTIVE","podTemplateDigest":"abc"}
          """)
  void isReadAsEcsWouldStoreIt(String pointer, String value, String at, String expected) {
    TaskDefinitionSpec content =
        RevisionContent.of(revision(with(pointer, value))).found().orElseThrow();

    assertThat(Mappers.canonical(Mappers.json().valueToTree(content).at(at))).isEqualTo(expected);
    assertThat(content.family()).isEqualTo("web");
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /cpu | "banana" | cpu: Invalid 'cpu' setting for task.
          /containerDefinitions/0/user | "nobody" | containerDefinitions[0].user: 'nobody': the kubelet cannot look up names
          /containerDefinitions/0/secrets | [{"name": "A", "valueFrom": "k8s:a"}] | containerDefinitions[0].secrets[0].valueFrom: valueFrom is neither
          /placementConstraints | [{"type": "memberOf", "expression": "attribute:a =="}] | placementConstraints[0].expression:
          """)
  void whatNobodyWouldHaveRegisteredIsAProblem(String pointer, String value, String said) {
    assertThat(RevisionContent.of(revision(with(pointer, value))).problems())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo("ClientException"))
        .extracting(Problem::message)
        .asString()
        .startsWith("taskDefinition: web:3 is not what RegisterTaskDefinition takes: " + said);
  }

  /** The rules of a newer release must not take a revision from those that use it. */
  @Test
  void whatWasRegisteredIsNotJudgedAgain() {
    TaskDefinitionRevision revision = revision(with("/containerDefinitions/0/user", "\"nobody\""));
    sayRegistered(revision);

    assertThat(RevisionContent.of(revision).problems()).isEmpty();
  }

  /** A field manager is a name that anybody may give. */
  @Test
  void whatOnlySaysThatItWasIsJudgedWhereItCannotBecomeAPod() {
    TaskDefinitionRevision revision = revision(with("/cpu", "\"banana\""));
    sayRegistered(revision);

    assertThat(RevisionContent.of(revision).problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("cpu: Invalid 'cpu' setting for task.");
  }

  private static void sayRegistered(TaskDefinitionRevision revision) {
    ManagedFieldsEntry entry = new ManagedFieldsEntry();
    entry.setManager(Applier.FIELD_MANAGER);
    revision.getMetadata().setManagedFields(List.of(entry));
  }

  @Test
  void whatWasRegisteredIsTheSame() {
    ObjectNode content = Normalizer.normalize(Documents.onInstances()).definition();

    TaskDefinitionSpec read = RevisionContent.of(revision(content)).found().orElseThrow();

    assertThat(read).isEqualTo(Mappers.json().convertValue(content, TaskDefinitionSpec.class));
  }

  private static ObjectNode with(String pointer, String value) {
    return Documents.with(Documents.onInstances(), pointer, value);
  }

  private static TaskDefinitionRevision revision(ObjectNode content) {
    TaskDefinitionRevision revision = new TaskDefinitionRevision();
    revision.getMetadata().setName("web-3");
    revision.setSpec(
        Mappers.json()
            .convertValue(content.deepCopy().put("revision", 3), TaskDefinitionSpec.class));
    return revision;
  }
}
