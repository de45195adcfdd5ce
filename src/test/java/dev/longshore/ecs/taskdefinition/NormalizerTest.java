package dev.longshore.ecs.taskdefinition;

import static dev.longshore.ecs.taskdefinition.Documents.fargate;
import static dev.longshore.ecs.taskdefinition.Documents.json;
import static dev.longshore.ecs.taskdefinition.Documents.onInstances;
import static dev.longshore.ecs.taskdefinition.Documents.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerTest {
  @ParameterizedTest
  @CsvSource({
    "cpu,1 vCPU,1024",
    "cpu,1vcpu,1024",
    "cpu,.5 vCPU,512",
    "cpu,0.25 VCPU,256",
    "cpu,256,256",
    "cpu,16 vCPU,16384",
    "memory,1GB,1024",
    "memory,0.5 GB,512",
    "memory,30 gb,30720",
    "memory,2048,2048",
    "memory,1 TB,1 TB",
    "cpu,1 GB,1 GB",
    "cpu,0.3 vCPU,0.3 vCPU"
  })
  void sizesAreStoredAsWholeNumbersOfUnitsAndMebibytes(String member, String given, String stored) {
    ObjectNode definition = normalized(fargate().put(member, given));

    assertThat(definition.get(member).asText()).isEqualTo(stored);
    assertThat(definition.get(member).isTextual()).isTrue();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /cpu | 512
          /cpu | "0.5 vCPU"
          /memory | "1 GB"
          /containerDefinitions/0/memory | "512"
          /containerDefinitions/0/memory | 512.0
          /containerDefinitions/0/essential | true
          /containerDefinitions/0/essential | "true"
          /containerDefinitions/0/cpu | 0
          /containerDefinitions/0/command | []
          /containerDefinitions/0/links | null
          /containerDefinitions/0/user | ""
          /containerDefinitions/0/linuxParameters | {}
          /containerDefinitions/0/linuxParameters | {"capabilities": {"add": []}}
          /containerDefinitions/0/portMappings/0/containerPort | "80"
          /containerDefinitions/0/portMappings/0/protocol | "tcp"
          /containerDefinitions/0/portMappings/0/hostPort | 80
          /containerDefinitions/0/portMappings/0/hostPort | 0
          /requiresCompatibilities | ["FARGATE", "FARGATE"]
          /volumes/0/host | {}
          /taskRoleArn | ""
          /taskDefinitionArn | "arn:aws:ecs:eu-central-1:1:task-definition/web:3"
          /revision | 3
          /registeredAt | 1700000000.5
          /compatibilities | ["EC2", "FARGATE"]
          """)
  void equalMeaningIsEqualBytes(String pointer, String value) {
    ObjectNode changed = with(fargate(), pointer, value);

    assertThat(normalized(changed).toString()).isEqualTo(normalized(fargate()).toString());
    assertThat(Normalizer.hash(normalized(changed)))
        .isEqualTo(Normalizer.hash(normalized(fargate())));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /cpu | "1024"
          /containerDefinitions/0/command | [""]
          /containerDefinitions/0/essential | false
          /containerDefinitions/0/image | "app:2"
          /containerDefinitions/0/dockerLabels | {"a": ""}
          /tags | [{"key": "a", "value": "b"}]
          /kubernetes | {"imagePullPolicy": "Never"}
          """)
  void anotherMeaningIsAnotherHash(String pointer, String value) {
    ObjectNode changed = with(fargate(), pointer, value);

    assertThat(Normalizer.hash(normalized(changed)))
        .isNotEqualTo(Normalizer.hash(normalized(fargate())));
  }

  @Test
  void theOrderOfKeysAndOfSetsHasNoMeaning() {
    JsonNode one =
        json(
            """
            {"family": "w", "requiresCompatibilities": ["FARGATE", "EC2"],
             "tags": [{"key": "b", "value": "1"}, {"key": "a", "value": "2"}]}""");
    JsonNode other =
        json(
            """
            {"tags": [{"value": "2", "key": "a"}, {"key": "b", "value": "1"}],
             "requiresCompatibilities": ["EC2", "FARGATE"], "family": "w"}""");

    assertThat(normalized(one).toString()).isEqualTo(normalized(other).toString());
  }

  @Test
  void ecsFillsInItsDefaults() {
    ObjectNode document = onInstances();
    document.remove("networkMode");
    with(document, "/containerDefinitions/0/healthCheck", "{\"command\": [\"CMD\", \"x\"]}");

    assertThat(normalized(document))
        .isEqualTo(
            json(
                """
                {"family": "web", "networkMode": "bridge", "containerDefinitions": [
                  {"name": "app", "image": "app:1", "memory": 512, "cpu": 0, "essential": true,
                   "healthCheck": {"command": ["CMD", "x"], "interval": 30, "timeout": 5, "retries": 3},
                   "portMappings": [{"containerPort": 80, "hostPort": 0, "protocol": "tcp"}]},
                  {"name": "side", "image": "side:1", "memory": 64, "cpu": 0, "essential": false}]}"""));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /cpu | "0.5 vCPU" | cpu | '0.5 vCPU' is stored as '512'
          /containerDefinitions/0/memory | "512" | containerDefinitions[0].memory | string read as the number 512
          /containerDefinitions/0/image | 7 | containerDefinitions[0].image | number read as a string
          /containerDefinitions/0/essential | "true" | containerDefinitions[0].essential | string read as the boolean true
          /containerDefinitions/0/links | null | containerDefinitions[0].links | empty, the same as absent
          /status | "ACTIVE" | status | only ECS's responses have this member
          /containerDefinitions/0/enviroment | [] | containerDefinitions[0].enviroment | did you mean 'environment'?
          /containerDefinitions/0/ReadOnlyRootFilesystem | true | containerDefinitions[0].ReadOnlyRootFilesystem | did you mean 'readonlyRootFilesystem'?
          /xyzzy | 1 | xyzzy | 'xyzzy' is not a member of the ECS API and is left out
          """)
  void whatWasChangedIsSaid(String pointer, String value, String path, String message) {
    ObjectNode changed = with(fargate(), pointer, value);

    assertThat(Normalizer.normalize(changed).warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.path()).isEqualTo(path))
        .satisfies(warning -> assertThat(warning.message()).contains(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"8O\"", "true", "[80]", "80.5", "99999999999"})
  void nonsenseStaysForTheValidationToName(String value) {
    ObjectNode changed =
        with(fargate(), "/containerDefinitions/0/portMappings/0/containerPort", value);

    assertThat(normalized(changed).at("/containerDefinitions/0/portMappings/0/containerPort"))
        .isEqualTo(json(value));
    assertThat(Validation.check(changed)).isNotEmpty();
  }

  @Test
  void ourOwnMembersAreKept() {
    ObjectNode changed = with(fargate(), "/kubernetes", "{\"imagePullPolicy\": \"Never\"}");

    assertThat(normalized(changed).at("/kubernetes/imagePullPolicy").asText()).isEqualTo("Never");
  }

  private static ObjectNode normalized(JsonNode document) {
    return Normalizer.normalize(document).definition();
  }
}
