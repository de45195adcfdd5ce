package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service may not ask of its deployments, told once and with what to do instead. */
class DeploymentChecksTest {
  private static final String INVALID = "InvalidParameterException";
  private static final String UNSUPPORTED = "UnsupportedFeatureException";
  private static final String PAUSE =
      "{'targetType': 'PAUSE', 'lifecycleStages': ['PRE_SCALE_UP'], 'timeoutConfiguration':"
          + " {'timeoutInMinutes': %d}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'strategy': 'BLUE_GREEN' | strategy: only strategy ROLLING is built (traffic shifting, later); use ROLLING.
          'strategy': 'LINEAR' | strategy: only strategy ROLLING is built (traffic shifting, later); use ROLLING.
          'strategy': 'CANARY' | strategy: only strategy ROLLING is built (traffic shifting, later); use ROLLING.
          'strategy': 'BLUE_GREEN', 'deploymentCircuitBreaker': {'enable': true, 'rollback': true} | strategy: only strategy ROLLING is built (traffic shifting, later); use ROLLING.
          'strategy': 'BLUE_GREEN', 'lifecycleHooks': [{'targetType': 'PAUSE', 'lifecycleStages': ['POST_TEST_TRAFFIC_SHIFT']}] | strategy: only strategy ROLLING is built (traffic shifting, later); use ROLLING.
          'linearConfiguration': {'stepPercent': 10.0} | linearConfiguration.stepPercent: only strategy ROLLING is built (traffic shifting, later); remove linearConfiguration.
          'canaryConfiguration': {'canaryPercent': 10.0} | canaryConfiguration.canaryPercent: only strategy ROLLING is built (traffic shifting, later); remove canaryConfiguration.
          'lifecycleHooks': [{'targetType': 'AWS_LAMBDA', 'lifecycleStages': ['PRE_SCALE_UP']}] | lifecycleHooks[0].targetType: Lambda functions are not called, and a deployment must not pass a gate that nobody keeps; use targetType PAUSE and `longshore continue` in your pipeline.
          'lifecycleHooks': [{'hookTargetArn': 'arn:aws:lambda:f', 'roleArn': 'arn:aws:iam::1:role/r', 'lifecycleStages': ['POST_SCALE_UP']}] | lifecycleHooks[0].hookTargetArn: Lambda functions are not called, and a deployment must not pass a gate that nobody keeps; use targetType PAUSE and `longshore continue` in your pipeline.
          """)
  void whatIsNotBuiltIsNamedOnce(String configuration, String message) {
    assertThat(problems(configuration))
        .containsExactly(new Problem(UNSUPPORTED, "deploymentConfiguration." + message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'lifecycleHooks': [{'lifecycleStages': ['PRE_SCALE_UP']}] | lifecycleHooks[0].targetType: AWS_LAMBDA, its default, needs a hookTargetArn, and cannot be called here; use PAUSE.
          'lifecycleHooks': [{'targetType': 'PAUSE'}] | lifecycleHooks[0].lifecycleStages: name at least one stage.
          'lifecycleHooks': [{'targetType': 'PAUSE', 'lifecycleStages': []}] | lifecycleHooks[0].lifecycleStages: name at least one stage.
          'bakeTimeInMinutes': -1 | bakeTimeInMinutes: -1 must be 0 to 1440 minutes.
          'bakeTimeInMinutes': 1441 | bakeTimeInMinutes: 1441 must be 0 to 1440 minutes.
          """)
  void whatIsWrongIsNamedWithTheRemedy(String configuration, String message) {
    assertThat(problems(configuration))
        .containsExactly(new Problem(INVALID, "deploymentConfiguration." + message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TEST_TRAFFIC_SHIFT",
        "POST_TEST_TRAFFIC_SHIFT",
        "PRE_PRODUCTION_TRAFFIC_SHIFT",
        "PRODUCTION_TRAFFIC_SHIFT",
        "POST_PRODUCTION_TRAFFIC_SHIFT"
      })
  void noPauseWhereTrafficShifts(String stage) {
    String hook =
        "{'targetType': 'PAUSE', 'lifecycleStages': ['PRE_SCALE_UP', '%s']}".formatted(stage);

    assertThat(problems("'lifecycleHooks': [" + PAUSE.formatted(5) + ", " + hook + "]"))
        .containsExactly(
            new Problem(
                INVALID,
                "deploymentConfiguration.lifecycleHooks[1].lifecycleStages: %s: a ROLLING deployment shifts no traffic in steps; it pauses at RECONCILE_SERVICE, PRE_SCALE_UP or POST_SCALE_UP."
                    .formatted(stage)));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "20160, true", "20161, false"})
  void aPauseEndsWithinTwoWeeks(int minutes, boolean legal) {
    assertThat(problems("'lifecycleHooks': [" + PAUSE.formatted(minutes) + "]"))
        .extracting(Problem::message)
        .isEqualTo(
            legal
                ? List.of()
                : List.of(
                    "deploymentConfiguration.lifecycleHooks[0].timeoutConfiguration.timeoutInMinutes: %d must be 1 to 20160 minutes."
                        .formatted(minutes)));
  }

  @ParameterizedTest
  @CsvSource({"10, true", "11, false"})
  void aServiceHasTenPauses(int pauses, boolean legal) {
    String hooks = String.join(", ", Collections.nCopies(pauses, PAUSE.formatted(5)));

    assertThat(problems("'lifecycleHooks': [" + hooks + "]"))
        .extracting(Problem::message)
        .isEqualTo(
            legal
                ? List.of()
                : List.of(
                    "deploymentConfiguration.lifecycleHooks: 11 pauses; a service has at most"
                        + " 10."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'deploymentId': 'ecs-svc/1', 'action': 'CONTINUE' | kubernetes.deploymentAction.hookId: CONTINUE names the pause it ends; take hookId from status.serviceDeployments[].lifecycleHookDetails.
          'deploymentId': 'ecs-svc/1', 'action': 'CONTINUE', 'hookId': 'h' |
          'deploymentId': 'ecs-svc/1', 'action': 'ROLLBACK' |
          'deploymentId': 'ecs-svc/1', 'action': 'ABORT' |
          """)
  void aPauseThatIsEndedIsNamed(String action, @Nullable String message) {
    String spec =
        "{'taskDefinition': 'web', 'kubernetes': {'deploymentAction': {%s}}}".formatted(action);

    assertThat(ServiceChecks.request(Fleet.service(spec).getSpec()))
        .isEqualTo(message == null ? List.of() : List.of(new Problem(INVALID, message)));
  }

  @Test
  void anAlarmThatNobodyBoundIsNamed() throws JsonProcessingException {
    String alarms =
        "{'taskDefinition': 'web', 'deploymentConfiguration': {'alarms': {'alarmNames': ['errors',"
            + " 'slow'], 'enable': true, 'rollback': true}}}";
    String cluster =
        "{kind: Cluster, metadata: {name: default, namespace: shop}, spec: {kubernetes: {bindings:"
            + " {alarms: [{alarmName: slow, expression: up}]}}}}";

    assertThat(
            ServiceChecks.of(
                Fleet.service(alarms), new FixedCatalog(List.of(Mappers.yaml().readTree(cluster)))))
        .containsExactly(
            new Problem(
                INVALID,
                "deploymentConfiguration.alarms.alarmNames: alarm errors is unknown; say what it"
                    + " stands for in kubernetes.bindings.alarms of the namespace's Cluster."));
  }

  private static List<Problem> problems(String configuration) {
    String spec =
        "{'taskDefinition': 'web', 'deploymentConfiguration': {%s}}".formatted(configuration);
    return ServiceChecks.request(Fleet.service(spec).getSpec());
  }
}
