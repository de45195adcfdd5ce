package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.DeploymentActionType;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.core.Mappers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentStopTest {
  @ParameterizedTest(name = "{0} {1} {2} -> {3}")
  @CsvSource({
    "new, IN_PROGRESS, ROLLBACK, -1",
    "new, FAILED, ROLLBACK, 1",
    "new, FAILED, ABORT, 0",
    "new, COMPLETED, ABORT, 1",
    "old, IN_PROGRESS, ROLLBACK, -1",
    "old, COMPLETED, ROLLBACK, 0"
  })
  void theEndIsReadFromThePrimary(
      String primary, String state, DeploymentActionType action, int code)
      throws JsonProcessingException {
    ServiceStatus status =
        Mappers.yaml()
            .readValue(
                "{deployments: [{id: %s, status: PRIMARY, rolloutState: %s}]}"
                    .formatted(primary, state),
                ServiceStatus.class);

    int told = DeploymentStop.end(status, "new", action).map(Progress.End::code).orElse(-1);

    assertThat(told).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}
          {status: {deployments: []}}
          {status: {deployments: [{id: ecs-svc/1, status: PRIMARY, rolloutState: COMPLETED}]}}
          {status: {deployments: [{id: ecs-svc/1, status: ACTIVE, rolloutState: IN_PROGRESS}]}}
          """)
  void onlyWhatIsInProgressCanBeStopped(String service) throws JsonProcessingException {
    assertThatThrownBy(() -> DeploymentStop.inProgress(web(service)))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("web: no deployment is in progress");
  }

  @ParameterizedTest
  @CsvSource({"ROLLBACK_IN_PROGRESS, false", "ROLLBACK_SUCCESSFUL, true", "IN_PROGRESS, true"})
  void whatIsGoneBackToCannotBeStopped(String newest, boolean stops)
      throws JsonProcessingException {
    Service service =
        web(
            """
            {status: {deployments: [{id: ecs-svc/1, status: PRIMARY, rolloutState: IN_PROGRESS}],
              serviceDeployments: [{deploymentId: ecs-svc/2, status: %s},
                {deploymentId: ecs-svc/1, status: ROLLBACK_IN_PROGRESS}]}}
            """
                .formatted(newest));

    if (stops) {
      assertThat(DeploymentStop.inProgress(service)).isEqualTo("ecs-svc/1");
    } else {
      assertThatThrownBy(() -> DeploymentStop.inProgress(service))
          .isInstanceOf(Refusal.class)
          .hasMessageStartingWith(
              "web: ecs-svc/2 is ROLLBACK_IN_PROGRESS, ecs-svc/1 comes back already");
    }
  }

  private static Service web(String service) throws JsonProcessingException {
    Service read = Mappers.yaml().readValue(service, Service.class);
    read.getMetadata().setName("web");
    read.setSpec(Mappers.yaml().readValue("{serviceName: web}", ServiceSpec.class));
    return read;
  }
}
