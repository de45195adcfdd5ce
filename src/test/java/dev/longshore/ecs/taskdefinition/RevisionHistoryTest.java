package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Applier;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each word is a revision: its number, and a letter for what is not ACTIVE or not registered. */
class RevisionHistoryTest {

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 1               | ''
          1 | 1 2 3           | 1 2
          2 | 3 1 2           | 1
          9 | 1 2 3           | ''
          1 | 1i 2 3          | 1i 2
          1 | 1 2i 3i         | 2i
          1 | 1 2 3i          | 1
          2 | 1 2i 3i         | ''
          1 | 1i 2i 3i        | 1i 2i
          1 | 1d 2 3          | 2
          1 | 1x 2 3          | 2
          1 | 1 7 9           | 1 7
          """)
  void whatIsBeyondTheLimitAndNotTheNewestActive(int limit, String family, String beyond) {
    List<TaskDefinitionRevision> all =
        Stream.of(family.split(" ")).map(RevisionHistoryTest::revision).toList();

    assertThat(RevisionHistory.beyond(limit, all))
        .extracting(it -> it.getMetadata().getUid())
        .isEqualTo(beyond.isEmpty() ? List.of() : List.of(beyond.split(" ")));
  }

  private static TaskDefinitionRevision revision(String word) {
    String desired = word.endsWith("i") ? "INACTIVE" : word.endsWith("d") ? "DELETED" : "ACTIVE";
    try {
      TaskDefinitionRevision revision =
          Mappers.yaml()
              .readValue(
                  "{metadata: {uid: %1$s, name: web-%2$s}, spec: {family: web, revision: %2$s, kubernetes: {desiredStatus: %3$s}}}"
                      .formatted(word, word.replaceAll("\\D", ""), desired),
                  TaskDefinitionRevision.class);
      String manager = word.endsWith("x") ? "velero" : Applier.FIELD_MANAGER;
      revision
          .getMetadata()
          .setManagedFields(List.of(new ManagedFieldsEntryBuilder().withManager(manager).build()));
      return revision;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(word, e);
    }
  }
}
