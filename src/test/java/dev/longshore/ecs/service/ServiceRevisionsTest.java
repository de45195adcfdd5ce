package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longshore.api.ecs.v1.CapacityProviderStrategyItem;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceRevision;
import dev.longshore.api.ecs.v1.ServiceRevisionSummary;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of the revisions of a service, by its spec and its children; see {@link Fleet}. */
class ServiceRevisionsTest {
  private static final String ARN =
      "arn:aws:ecs:kubernetes:000000000000:service-revision/default/web/";
  private static final String AWSVPC =
      "{'desiredCount': 2, 'launchType': 'FARGATE', 'platformVersion': '1.4.0',"
          + " 'networkConfiguration': {'awsvpcConfiguration': {'subnets': ['%s']}}}";

  @Test
  void aRevisionIsWhatTheSpecWasThatStartedIt() {
    Service service = Fleet.service(AWSVPC.formatted("subnet-a"));
    ServiceInputs inputs = inputs(service);

    List<ServiceRevision> told = continued(List.of(), service, inputs, Fleet.of(""));

    assertThat(told)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.serviceRevisionArn()).startsWith(ARN);
              assertThat(it.taskDefinition()).isEqualTo("web:1");
              assertThat(it.launchType()).isEqualTo("FARGATE");
              assertThat(it.platformVersion()).isEqualTo("1.4.0");
              assertThat(it.networkConfiguration())
                  .isEqualTo(service.getSpec().networkConfiguration());
              assertThat(it.createdAt()).isEqualTo("2026-01-01T00:10:00Z");
            });
  }

  @Test
  void aSpecThatStartsAnotherSaysNothingOfTheOneBefore() {
    Service service = Fleet.service(AWSVPC.formatted("subnet-b"));

    List<ServiceRevision> told = continued(List.of(), service, inputs(service), Fleet.of("1C/2/2"));

    assertThat(told)
        .extracting(ServiceRevision::taskDefinition, ServiceRevision::networkConfiguration)
        .containsExactly(
            tuple("web:1", service.getSpec().networkConfiguration()), tuple("web:1", null));
  }

  @Test
  void aStrategyIsToldInPlaceOfALaunchTypeAndEc2WhereThereIsNeither() {
    Service service = Fleet.service("{'desiredCount': 2}");

    assertThat(continued(List.of(), service, Fleet.inputs(1), Fleet.of("1(a)/1/1 1(b)/1/1")))
        .singleElement()
        .satisfies(it -> assertThat(it.launchType()).isNull())
        .extracting(ServiceRevision::capacityProviderStrategy)
        .isEqualTo(
            List.of(
                new CapacityProviderStrategyItem("a", 1, 0),
                new CapacityProviderStrategyItem("b", 1, 0)));
    assertThat(continued(List.of(), service, Fleet.inputs(1), Fleet.of("1/2/2")))
        .singleElement()
        .extracting(ServiceRevision::launchType)
        .isEqualTo("EC2");
  }

  @Test
  void imagesAreAddedOnceAndNothingElseIsTouched() {
    Service service = Fleet.service("{'desiredCount': 2}");
    List<ServiceRevision> begun = continued(List.of(), service, Fleet.inputs(1), Fleet.of("1/2/0"));

    List<ServiceRevision> runs = continued(begun, service, Fleet.inputs(1), running("1/2/2", "a"));
    List<ServiceRevision> later = continued(runs, service, Fleet.inputs(1), running("1/2/2", "b"));

    assertThat(begun.getFirst().containerImages()).isEmpty();
    assertThat(runs.getFirst().containerImages())
        .singleElement()
        .satisfies(it -> assertThat(it.imageDigest()).isEqualTo("sha256:" + "a".repeat(64)));
    assertThat(later).isEqualTo(runs);
  }

  @Test
  void tenAreKeptAndThoseThatHaveChildren() {
    Service service = Fleet.service("{'desiredCount': 2}");
    List<ServiceRevision> old =
        IntStream.range(0, 20)
            .mapToObj(i -> revision(ARN + "old" + i, "2026-01-02T00:%02d:00Z".formatted(i)))
            .toList();

    List<ServiceRevision> told = continued(old, service, Fleet.inputs(1), Fleet.of("1/2/2"));

    assertThat(told).hasSize(ServiceDeployments.KEPT + 1);
    assertThat(told.getFirst().serviceRevisionArn()).isEqualTo(ARN + "old19");
    assertThat(told.getLast().serviceRevisionArn()).isEqualTo(ARN + "1");
    assertThat(continued(told, service, Fleet.inputs(1), Fleet.of("1/2/2"))).isEqualTo(told);
  }

  @Test
  void theTasksOfThoseThatTakeTurnsAreCounted() {
    Service service = Fleet.service("{'desiredCount': 3}");

    List<ServiceRevisionSummary> rolling =
        new RevisionTasks(now(service, Fleet.inputs(2), Fleet.of("1C/2/2 2/1/1"))).current();

    assertThat(rolling)
        .containsExactly(
            new ServiceRevisionSummary(ARN + "2", 3, 1, 0),
            new ServiceRevisionSummary(ARN + "1", 0, 2, 0));
  }

  private static List<ServiceRevision> continued(
      List<ServiceRevision> old, Service service, ServiceInputs inputs, ServiceObserved observed) {
    return new ServiceRevisions(now(service, inputs, observed)).continued(old);
  }

  private static ServiceDeployments now(
      Service service, ServiceInputs inputs, ServiceObserved observed) {
    ServicePlan plan = ServicePlan.of(service, Optional.of(inputs), observed, Daemons.RENDER);
    Rollout rollout = Rollout.of(plan, observed, null);
    return new ServiceDeployments("default", service, plan, observed, rollout);
  }

  private static ServiceInputs inputs(Service service) {
    ServiceInputs plain = Fleet.inputs(1);
    return new ServiceInputs(
        plain.cluster(),
        plain.taskDefinition(),
        plain.definition(),
        plain.placements(),
        plain.bindings(),
        plain.restricted(),
        DeploymentInputs.digest(service.getSpec(), plain.taskDefinition()));
  }

  private static ServiceObserved running(String fleet, String digit) {
    Pod pod =
        Serialization.unmarshal(
            """
            metadata: {name: web, uid: u, labels: {%s: "1"}}
            status:
              phase: Running
              containerStatuses:
              - {name: app, image: "web:1", imageID: "example/web@sha256:%s", state: {running: {}}}
            """
                .formatted(Labels.DEPLOYMENT, digit.repeat(64)),
            Pod.class);
    return new ServiceObserved(Fleet.of(fleet).children(), List.of(pod), Fleet.NOW);
  }

  private static ServiceRevision revision(String arn, String createdAt) {
    return new ServiceRevision(arn, "web:1", "EC2", List.of(), null, null, List.of(), createdAt);
  }
}
