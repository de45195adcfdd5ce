package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.podspec.ServerFeatures;
import dev.longshore.ecs.service.RollTasks.Now;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many tasks need room at once, by the bounds of the deployment. */
class RollTasksTest {
  private static final String REVISION =
      "{kind: TaskDefinitionRevision, metadata: {name: web-1, namespace: n}, spec: {family: web,"
          + " revision: 1, cpu: '512', memory: '1024', containerDefinitions: [{name: app, image:"
          + " i}]}}";
  private static final String OWN =
      """
      {kind: CapacityProvider, metadata: {name: own}, spec: {autoScalingGroupProvider: {managedScaling: {status: %s}}, kubernetes: {nodeSelector: {pool: own}}}}
      """;

  @ParameterizedTest(name = "{4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          desiredCount: 4                                                                                       | 0 | false | 4     | a new service starts all
          desiredCount: 4                                                                                       | 3 | false | 1     | those that are asked for more
          desiredCount: 4                                                                                       | 4 | false | none  | nothing starts
          desiredCount: 4                                                                                       | 4 | true  | 4     | 200 percent leave room for all
          desiredCount: 4, deploymentConfiguration: {maximumPercent: 150}                                       | 4 | true  | 2     | at most half as many more
          desiredCount: 4, deploymentConfiguration: {maximumPercent: 100, minimumHealthyPercent: 50}            | 4 | true  | 2-2   | old ones make room first
          desiredCount: 4, deploymentConfiguration: {maximumPercent: 100}                                       | 4 | true  | none  | no step is left
          desiredCount: 2                                                                                       | 6 | true  | 2-4   | a smaller service
          desiredCount: 4, schedulingStrategy: DAEMON                                                           | 4 | true  | none  | on each node the old one makes room
          desiredCount: 4, taskDefinition: 'web:9'                                                              | 0 | false | none  | nothing is known of what is missing
          desiredCount: 4, placementConstraints: [{type: distinctInstance}]                                     | 0 | false | apart 4 | each on its own node
          """)
  void theBoundsSayHowManyStartAtOnce(
      String members, int running, boolean rolls, String expected, String because)
      throws JsonProcessingException {
    Optional<RollTasks> tasks = tasks(members, new Now(running, rolls), "DISABLED");

    assertThat(tasks.map(RollTasksTest::told).orElse("none")).as(because).isEqualTo(expected);
  }

  @Test
  void eachProviderHasItsShareOfPodsAsTheyWouldBeMade() throws JsonProcessingException {
    String strategy =
        "desiredCount: 4, capacityProviderStrategy: [{capacityProvider: own, weight: 3},"
            + " {capacityProvider: two, weight: 1}]";

    var parts = tasks(strategy, new Now(0, false), "ENABLED").orElseThrow().parts();

    assertThat(parts).extracting(RollTasks.Part::tasks).containsExactly(3, 1);
    assertThat(parts).extracting(RollTasks.Part::provider).containsExactly("own", "two");
    assertThat(parts).extracting(RollTasks.Part::scales).containsExactly(true, false);
    assertThat(parts.getFirst().pod().getSpec().getNodeSelector()).containsEntry("pool", "own");
    assertThat(parts.getFirst().pod().getSpec().getResources().getRequests().get("memory"))
        .hasToString("1Gi");
    assertThat(parts.getFirst().pod().getMetadata().getNamespace()).isEqualTo("n");
  }

  private static String told(RollTasks tasks) {
    return (tasks.apart() ? "apart " : "")
        + tasks.parts().stream().map(it -> "" + it.tasks()).collect(Collectors.joining("+"))
        + (tasks.stopFirst() == 0 ? "" : "-" + tasks.stopFirst());
  }

  private static Optional<RollTasks> tasks(String members, Now now, String scaling)
      throws JsonProcessingException {
    String definition = members.contains("taskDefinition") ? "" : "taskDefinition: web, ";
    Service service =
        Mappers.yaml()
            .readValue(
                "{kind: Service, metadata: {name: s, namespace: n, uid: u}, spec: {%s%s}}"
                    .formatted(definition, members),
                Service.class);
    List<JsonNode> objects = new ArrayList<>();
    objects.add(Mappers.yaml().readTree(REVISION));
    objects.add(Mappers.yaml().readTree(OWN.formatted(scaling)));
    objects.add(
        Mappers.yaml().readTree("{kind: CapacityProvider, metadata: {name: two}, spec: {}}"));
    return RollTasks.of(service, new FixedCatalog(objects), ServerFeatures.all(), now);
  }
}
