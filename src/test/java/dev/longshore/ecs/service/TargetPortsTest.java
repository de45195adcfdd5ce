package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.ecs.taskdefinition.Documents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traffic goes to ports that tasks, and so the ClusterIP Service, have. */
class TargetPortsTest {
  private static final String DEFINITION =
      "{'family': 'web', 'containerDefinitions': [{'name': 'app', 'image': 'i', 'portMappings':"
          + " [{'containerPort': 80}, {'containerPortRange': '9000-9010'}]}, {'name': 'idle',"
          + " 'image': 'i'}]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'loadBalancers': [{'targetGroupArn': 'a', 'containerName': 'app', 'containerPort': 80}]
          'loadBalancers': [{'targetGroupArn': 'a', 'containerName': 'app', 'containerPort': 9010}]
          'serviceRegistries': [{'registryArn': 'a'}]
          'serviceRegistries': [{'registryArn': 'a', 'port': 80}]
          'serviceRegistries': [{'registryArn': 'a', 'containerName': 'app', 'containerPort': 80}]
          """)
  void aPortOfTheContainerIsTaken(String member) throws JsonProcessingException {
    assertThat(TargetPorts.problems(spec(member), definition())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'loadBalancers': [{'containerName': 'app', 'containerPort': 80}, {'containerName': 'app', 'containerPort': 8080}] | loadBalancers[1].containerPort: The container app did not have a container port 8080 defined.
          'loadBalancers': [{'containerName': 'idle', 'containerPort': 80}] | loadBalancers[0].containerPort: The container idle did not have a container port 80 defined.
          'loadBalancers': [{'containerName': 'web', 'containerPort': 80}] | loadBalancers[0].containerName: The container web does not exist in the task definition.
          'serviceRegistries': [{'containerName': 'app', 'containerPort': 9011}] | serviceRegistries[0].containerPort: The container app did not have a container port 9011 defined.
          """)
  void anotherIsRefused(String member, String message) throws JsonProcessingException {
    assertThat(TargetPorts.problems(spec(member), definition()))
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith(message);
  }

  private static ServiceSpec spec(String member) {
    return Fleet.service("{'taskDefinition': 'web', %s}".formatted(member)).getSpec();
  }

  private static TaskDefinitionSpec definition() throws JsonProcessingException {
    return Mappers.json()
        .treeToValue(Documents.json(DEFINITION.replace('\'', '"')), TaskDefinitionSpec.class);
  }
}
