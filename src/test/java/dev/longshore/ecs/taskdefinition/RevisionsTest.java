package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.taskdefinition.RevisionChoice.Wish;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "cpu":"1 vCPU","memory":"2GB"      | "memory":2048,"cpu":"1024"          | true
          "memory":"512","tags":[]           | "memory":"512"                      | true
          "memory":"512"                     | "memory":"512","family":"web"       | true
          "memory":"512","kubernetes":{"desiredStatus":"INACTIVE"} | "memory":"512" | true
          "kubernetes":{"podTemplate":{"spec":{}},"podTemplateDigest":"x"} | "kubernetes":{"podTemplate":{"spec":{}}} | true
          "kubernetes":{"podTemplate":{"spec":{}}} | "memory":"512"           | false
          "memory":"512","kubernetes":{"revisionHistoryLimit":3} | "memory":"512" | true
          "memory":"512"                     | "memory":"1024"                     | false
          "memory":"512"                     | "memory":"512","pidMode":"task"     | false
          """)
  void content_is_the_meaning_not_the_spelling(String one, String other, boolean same) {
    assertThat(content(one).equals(content(other))).isEqualTo(same);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "web-3 evil-1, web-3, the name that a registration gives holds the number",
    "aaa-1 web-3 zzz-1, web-3, whatever copies are called",
    "young/2 old/1, old, else the oldest does",
  })
  void of_two_objects_of_a_number_one_holds_it(String claimants, String holder, String because) {
    List<TaskDefinitionRevision> all =
        Stream.of(claimants.split(" ")).map(RevisionsTest::claimant).toList();

    assertThat(Revisions.latest(all).map(it -> it.getMetadata().getName()))
        .as(because)
        .hasValue(holder);
    assertThat(
            RevisionChoice.of(Wish.of("web:3", "shop", "service"), all)
                .found()
                .map(it -> it.getMetadata().getName()))
        .as(because)
        .hasValue(holder);
  }

  private static TaskDefinitionRevision claimant(String text) {
    TaskDefinition definition = definition("web", "\"memory\":\"1GB\"");
    TaskDefinitionRevision revision =
        Revisions.of(definition, Revisions.content(definition.getSpec(), "web"), 3);
    String[] parts = text.split("/");
    revision.getMetadata().setName(parts[0]);
    revision.getMetadata().setUid(parts[0]);
    revision
        .getMetadata()
        .setCreationTimestamp("2026-01-01T00:00:0%sZ".formatted(parts.length > 1 ? parts[1] : "0"));
    return revision;
  }

  @Test
  void a_revision_holds_what_it_was_made_of_and_has_no_owner() {
    // Given
    TaskDefinition definition = definition("web", "\"memory\":\"1GB\"");
    ObjectNode content = Revisions.content(definition.getSpec(), "web");

    // When
    TaskDefinitionRevision revision = Revisions.of(definition, content, 3);

    // Then
    assertThat(revision.getMetadata().getName()).isEqualTo("web-3");
    assertThat(revision.getMetadata().getOwnerReferences()).isEmpty();
    assertThat(revision.getMetadata().getAnnotations())
        .containsEntry("ecs.longshore.dev/name", "web:3");
    assertThat(revision.getMetadata().getLabels())
        .containsEntry("ecs.longshore.dev/family", "web")
        .containsEntry("ecs.longshore.dev/revision", "3");
    assertThat(revision.getSpec().memory()).isEqualTo("1024");
    assertThat(Revisions.number(revision)).isEqualTo(3);
    assertThat(Revisions.active(revision)).isTrue();
    assertThat(Revisions.holds(revision, content)).isTrue();
  }

  @Test
  void a_family_that_is_no_kubernetes_name_is_kept_in_the_annotation() {
    // Given
    TaskDefinition definition = definition("web", "\"family\":\"Web_App\",\"memory\":\"512\"");

    // When
    TaskDefinitionRevision revision =
        Revisions.of(definition, Revisions.content(definition.getSpec(), "Web_App"), 1);

    // Then
    assertThat(revision.getMetadata().getName()).matches("web-app-1-[0-9a-f]{8}");
    assertThat(revision.getMetadata().getAnnotations())
        .containsEntry("ecs.longshore.dev/name", "Web_App:1");
  }

  @Test
  void the_older_of_two_definitions_has_the_family() {
    // Given
    TaskDefinition older = definition("one", "\"family\":\"web\",\"memory\":\"512\"");
    older.getMetadata().setCreationTimestamp("2026-01-01T00:00:00Z");
    TaskDefinition newer = definition("two", "\"family\":\"web\",\"memory\":\"512\"");
    newer.getMetadata().setCreationTimestamp("2026-01-01T00:00:01Z");

    // When
    Resolution<ObjectNode> first = TaskDefinitionResolver.resolve(older, List.of(newer, older));
    Resolution<ObjectNode> second = TaskDefinitionResolver.resolve(newer, List.of(newer, older));

    // Then
    assertThat(first.problems()).isEmpty();
    assertThat(second.problems())
        .containsExactly(
            new Problem(
                "DuplicateName",
                "family 'web' is already defined by TaskDefinition one; delete one of the two or"
                    + " change spec.family."));
  }

  @Test
  void a_refused_definition_says_what_is_in_force() {
    // Given
    TaskDefinition definition = definition("web", "\"memory\":\"512\"");
    TaskDefinitionRevision latest =
        Revisions.of(definition, Revisions.content(definition.getSpec(), "web"), 7);

    // When
    var status =
        new TaskDefinitionStatuses(CLOCK)
            .of(
                definition,
                List.of(new Problem("ClientException", "cpu: no.")),
                Optional.of(latest));

    // Then
    assertThat(status.latestRevision()).isEqualTo(7);
    assertThat(status.conditions())
        .extracting(it -> it.getType() + "=" + it.getStatus() + " " + it.getReason())
        .containsExactly("Ready=False ClientException", "Stalled=True ClientException");
    assertThat(status.conditions().getFirst().getMessage()).isEqualTo("cpu: no. In force: web:7.");
  }

  private static ObjectNode content(String members) {
    return Revisions.content(definition("web", members).getSpec(), "web");
  }

  private static TaskDefinition definition(String name, String members) {
    String json =
        """
        {"metadata":{"name":"%s","namespace":"shop","uid":"uid-%s","generation":1},
         "spec":{%s,"containerDefinitions":[{"name":"app","image":"nginx:1"}]}}
        """
            .formatted(name, name, members);
    try {
      return Mappers.json().readValue(json, TaskDefinition.class);
    } catch (IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
