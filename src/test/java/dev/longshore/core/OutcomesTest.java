package dev.longshore.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.api.ecs.v1.Service;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesTest {
  private static final ConfigMap WEB =
      new ConfigMapBuilder().withNewMetadata().withName("web").endMetadata().build();

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 413, 422})
  void whatTheServerRefusesIsAFindingWithItsWords(int code) {
    Outcomes outcomes = Outcomes.NONE.of(WEB, () -> refuse(code));

    assertThat(outcomes.problems())
        .containsExactly(
            new Problem(
                "WriteRefused",
                "The API server refuses ConfigMap web: exceeded quota: none. Remove the cause; it"
                    + " is tried again."));
    assertThat(outcomes.stale()).isFalse();
  }

  @Test
  void anObjectThatFitsNoSchemaIsRefusedWhateverTheCode() {
    String words = "failed to create typed patch object (ns/web; v1): .spec.a: not declared.";

    assertThat(Outcomes.NONE.of(WEB, () -> refuse(500, words)).problems()).hasSize(1);
  }

  @Test
  void aChangeOfSomebodyElseIsLookedAtFirst() {
    Outcomes outcomes = Outcomes.NONE.of(WEB, () -> refuse(409));

    assertThat(outcomes).isEqualTo(new Outcomes(List.of(), true));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 404, 429, 500, 503})
  void whateverElseGoesWrongEndsTheRun(int code) {
    assertThatThrownBy(() -> Outcomes.NONE.of(WEB, () -> refuse(code)))
        .isInstanceOf(KubernetesClientException.class);
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "200, , , nothing happened",
    "409, , 250, a stale object is looked at soon",
    "403, , 30000, a refused one after a while",
    "403, 1000, 1000, but not later than for another reason",
    "409, 1000, 250, nor than needed",
  })
  void looksAgainWhereTimeHasToHelp(
      int code, @Nullable Long planned, @Nullable Long expected, String because) {
    Outcomes outcomes = code == 200 ? Outcomes.NONE : Outcomes.NONE.of(WEB, () -> refuse(code));
    UpdateControl<Service> control = UpdateControl.noUpdate();
    UpdateControl<Service> before = planned == null ? control : control.rescheduleAfter(planned);

    assertThat(outcomes.lookAgain(before).getScheduleDelay().orElse(null))
        .as(because)
        .isEqualTo(expected);
  }

  private static void refuse(int code) {
    refuse(code, "exceeded quota: none.");
  }

  private static void refuse(int code, String words) {
    throw new KubernetesClientException(
        "PATCH refused", code, new StatusBuilder().withCode(code).withMessage(words).build());
  }
}
