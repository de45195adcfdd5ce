package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.pods.Stop;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two essential containers ended a task, and whether that was well. */
class EndingsTest {
  @ParameterizedTest(name = "{0}, decided for {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          placed app:exit=0@20 proxy:running                    | -     | false | app
          placed app:exit=0@20 proxy:exit=143@22 deleted=21     | -     | false | app
          placed app:exit=0@20 proxy:exit=143@21 deleted=20     | -     | false | app
          placed app:exit=143@21 proxy:exit=0@20 deleted=20     | -     | false | proxy
          placed app:exit=143@20 proxy:exit=0@20 deleted=20     | proxy | false | proxy
          placed app:exit=143@20 proxy:exit=3@20 deleted=20     | proxy | true  | proxy
          placed app:exit=143@22 proxy:exit=3@20 deleted=21     | -     | true  | proxy
          placed app:exit=0@19 proxy:exit=3@20 deleted=21       | -     | true  | proxy
          placed phase=Failed app:exit=3@20 log:exit=1@20       | -     | true  | app
          placed app:exit=143@21 proxy:exit=143@21 deleted=20   | -     | false | -
          placed app:running proxy:running                      | -     | false | -
          """)
  void whatWasStoppedAlongDecidesNothing(
      String words, String decided, boolean failed, String cause) {
    TaskObserved seen = Seen.of(words);
    if (decided != null) {
      decide(seen.job().orElseThrow(), decided);
    }

    Endings endings = new Endings(seen);

    assertThat(endings.failed()).isEqualTo(failed);
    assertThat(endings.cause().map(TaskContainer::name)).isEqualTo(Optional.ofNullable(cause));
  }

  private static void decide(Job job, String container) {
    String patch = JobStop.patch(new Stop(Stop.ESSENTIAL_EXITED, "x"), List.of(container));
    try {
      Job patched = Mappers.json().readValue(patch, Job.class);
      job.getMetadata().setAnnotations(patched.getMetadata().getAnnotations());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(patch, e);
    }
  }
}
