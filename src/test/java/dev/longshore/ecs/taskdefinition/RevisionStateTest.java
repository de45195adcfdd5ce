package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionRevisionStatus;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.fidelity.Fidelity;
import dev.longshore.ecs.taskdefinition.RevisionChoice.Wish;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionStateTest {
  private static final List<String> USERS = List.of("service shop");

  @ParameterizedTest
  @CsvSource({
    "{}, ACTIVE",
    "{desiredStatus: ACTIVE}, ACTIVE",
    "{desiredStatus: INACTIVE}, INACTIVE",
    "{desiredStatus: DELETED}, DELETE_IN_PROGRESS"
  })
  void is_what_the_spec_asks_for_and_only_ACTIVE_can_be_used(String ours, RevisionState state) {
    TaskDefinitionRevision revision = revision(ours);

    assertThat(RevisionState.of(revision)).isEqualTo(state);
    assertThat(Revisions.active(revision)).isEqualTo(state == RevisionState.ACTIVE);
    assertThat(choice("web:3", revision).found().isPresent())
        .isEqualTo(state == RevisionState.ACTIVE);
    assertThat(choice("web", revision).found().isPresent())
        .isEqualTo(state == RevisionState.ACTIVE);
  }

  @Test
  void what_is_being_deleted_is_said_so_to_who_asks_for_it() {
    assertThat(choice("web:3", revision("{desiredStatus: DELETED}")).problems())
        .extracting(Problem::message)
        .containsExactly(
            "taskDefinition: Unable to describe task definition. No ACTIVE revision of web:3 exists"
                + " in namespace shop: it is DELETE_IN_PROGRESS; name one that `longshore revisions"
                + " web` lists as ACTIVE, or the family for its newest.");
    assertThat(choice("web:3", revision("{desiredStatus: INACTIVE}")).problems())
        .extracting(Problem::message)
        .singleElement()
        .satisfies(it -> assertThat(it).contains("Once that very revision is there"));
  }

  @ParameterizedTest(name = "{0} of one that runs {1} while revision 3 is {2}")
  @CsvSource({
    "web:3, web:3, INACTIVE, true",
    "web, web:3, INACTIVE, true",
    "web:3, web:3, DELETED, true",
    "web:3, web:2, INACTIVE, false",
    "web, web:2, INACTIVE, false",
    "web:2, web:3, INACTIVE, false"
  })
  void who_runs_one_goes_on_with_it(String wanted, String running, String state, boolean found) {
    TaskDefinitionRevision revision = revision("{desiredStatus: %s}".formatted(state));

    assertThat(
            RevisionChoice.of(
                    Wish.of(wanted, "shop", "service").running(Set.of(running)), List.of(revision))
                .found()
                .isPresent())
        .isEqualTo(found);
  }

  @Test
  void its_times_are_recorded_once_and_go_when_it_is_ACTIVE_again() {
    TaskDefinitionRevision inactive = revision("{desiredStatus: INACTIVE}");
    inactive.setStatus(at(1, inactive));
    TaskDefinitionRevision deleted = revision("{desiredStatus: DELETED}");
    deleted.setStatus(inactive.getStatus());

    TaskDefinitionRevisionStatus first = at(2, deleted);
    deleted.setStatus(first);
    TaskDefinitionRevisionStatus second = at(3, deleted);

    assertThat(inactive.getStatus().deleteRequestedAt()).isNull();
    assertThat(first.status()).isEqualTo("DELETE_IN_PROGRESS");
    assertThat(first.deregisteredAt()).isEqualTo("2026-01-01T00:00:01Z");
    assertThat(first.deleteRequestedAt()).isEqualTo("2026-01-01T00:00:02Z");
    assertThat(second).as("another look").isEqualTo(first);
    TaskDefinitionRevision active = revision("{}");
    active.setStatus(inactive.getStatus());
    assertThat(at(4, active).deregisteredAt()).isNull();
  }

  @Test
  void its_condition_says_who_uses_it() {
    assertThat(at(1, revision("{desiredStatus: DELETED}")).conditions())
        .filteredOn(it -> it.getType().equals("Ready"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.getStatus()).isEqualTo("False");
              assertThat(it.getReason()).isEqualTo("DeleteInProgress");
              assertThat(it.getMessage())
                  .isEqualTo(
                      "web:3 is in use by service shop; it goes once nobody uses it, and nothing new can.");
            });
  }

  private static TaskDefinitionRevisionStatus at(int second, TaskDefinitionRevision revision) {
    Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second);
    return new TaskDefinitionRevisionStatuses(
            new Fidelity(List.of()), Clock.fixed(now, ZoneOffset.UTC))
        .of(revision, USERS);
  }

  private static Resolution<TaskDefinitionRevision> choice(
      String text, TaskDefinitionRevision revision) {
    return RevisionChoice.of(Wish.of(text, "shop", "service"), List.of(revision));
  }

  private static TaskDefinitionRevision revision(String ours) {
    try {
      return Mappers.yaml()
          .readValue(
              "{metadata: {name: web-3, namespace: shop}, spec: {family: web, revision: 3, containerDefinitions: [{name: app, image: nginx}], kubernetes: %s}}"
                  .formatted(ours),
              TaskDefinitionRevision.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
