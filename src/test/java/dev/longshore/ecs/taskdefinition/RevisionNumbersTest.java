package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.taskdefinition.RevisionNumbers.Counter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionNumbersTest {

  @ParameterizedTest
  @CsvSource({
    // last, pending, highest seen, revision is there, next
    "0, false, 0, false, 1", // the first of a family
    "3, false, 3, true, 4", // the usual case
    "3, false, 0, false, 4", // all revisions were deleted
    "3, false, 2, false, 4", // the last was deleted
    "3, true, 2, false, 3", // a crash before revision 3 was made: it is still free
    "3, true, 2, true, 4", // a crash after it was made
    "3, true, 3, true, 4", // the same, and the cache knows it
    "0, false, 7, false, 8", // the counter was lost
    "3, true, 7, false, 8", // the counter was restored from an old copy
    "0, false, 999999, true, 1000000", // the last that a family can have
    "3, false, 1000000, true, 1000001", // none is left
    "3, false, 2147483647, true, 1000001" // one that somebody applied before there was a limit
  })
  void the_next_number(int last, boolean pending, int floor, boolean there, int next) {
    assertThat(new Counter(last, pending).next(floor, number -> there)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({"3, false, 3", "12, true, 12 pending"})
  void a_counter_reads_what_it_writes(int last, boolean pending, String text) {
    // Given
    Counter counter = new Counter(last, pending);

    // When / Then
    assertThat(counter).hasToString(text);
    assertThat(Counter.parse(text)).isEqualTo(counter);
  }

  @Test
  void a_key_is_the_family_unless_that_is_too_long() {
    // Given
    String long1 = "a".repeat(254) + "1";
    String long2 = "a".repeat(254) + "2";

    // When / Then
    assertThat(RevisionNumbers.key("Web_1")).isEqualTo("Web_1");
    assertThat(RevisionNumbers.key(long1)).hasSizeLessThanOrEqualTo(253);
    assertThat(RevisionNumbers.key(long1)).isNotEqualTo(RevisionNumbers.key(long2));
  }
}
