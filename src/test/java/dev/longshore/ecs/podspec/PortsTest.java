package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {
  @ParameterizedTest
  @CsvSource({"http,http", "http2,kubernetes.io/h2c", "grpc,grpc"})
  void appProtocolsAreKubernetesOwn(String ecs, String kubernetes) throws JsonProcessingException {
    TaskDefinitionSpec definition =
        definition(
            "{\"containerPort\": 80, \"name\": \"web\", \"appProtocol\": \"%s\"}".formatted(ecs));

    assertThat(Ports.of(definition))
        .containsExactly(new TaskPort("app", 80, "TCP", "web", kubernetes));
  }

  @Test
  void aRangeIsEveryPortOfIt() throws JsonProcessingException {
    assertThat(Ports.of(definition("{\"containerPortRange\": \"10-12\", \"protocol\": \"udp\"}")))
        .extracting(TaskPort::port)
        .containsExactly(10, 11, 12);
  }

  @Test
  void aTaskWithoutMappingsHasNoPorts() throws JsonProcessingException {
    assertThat(Ports.of(definition(""))).isEmpty();
  }

  private static TaskDefinitionSpec definition(String mapping) throws JsonProcessingException {
    return Mappers.json()
        .readValue(
            "{\"containerDefinitions\": [{\"name\": \"app\", \"portMappings\": ["
                + mapping
                + "]}]}",
            TaskDefinitionSpec.class);
  }
}
