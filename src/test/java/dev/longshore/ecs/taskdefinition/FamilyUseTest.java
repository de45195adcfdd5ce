package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyUseTest {

  @ParameterizedTest
  @CsvSource({
    "web, true",
    "web:3, true",
    "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:3, true",
    "web2, false",
    "web2:3, false",
    "arn:aws:ecs:eu-west-1:123456789012:task-definition/other:3, false",
    ", false"
  })
  void a_reference_names_a_family(String reference, boolean names) {
    assertThat(FamilyUse.names(reference, "web")).isEqualTo(names);
  }
}
