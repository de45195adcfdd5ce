package dev.longshore.ecs.taskdefinition;

import static dev.longshore.ecs.taskdefinition.Documents.fargate;
import static dev.longshore.ecs.taskdefinition.Documents.json;
import static dev.longshore.ecs.taskdefinition.Documents.onInstances;
import static dev.longshore.ecs.taskdefinition.Documents.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {
  @Test
  void theDefinitionsOfTheTestsAreValid() {
    assertThat(Validation.check(fargate())).isEmpty();
    assertThat(Validation.check(onInstances())).isEmpty();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /family | absent | family | Missing required parameter in input: "family"
          /family | "a b" | family | Family 'a b' is invalid.
          /containerDefinitions/0/name | absent | containerDefinitions[0].name | Container.name should not be null or empty.
          /containerDefinitions/0/image | "" | containerDefinitions[0].image | Container.image should not be null or empty.
          /containerDefinitions/1/name | "app" | containerDefinitions[1].name | 'app' is used more than once
          /containerDefinitions | absent | containerDefinitions | Missing required parameter
          /containerDefinitions/0/essential | false | containerDefinitions | at least one essential container
          /containerDefinitions/0/command | "sh" | containerDefinitions[0].command | Invalid type for parameter containerDefinitions[0].command, value: sh, type: string, valid types: list of strings
          /containerDefinitions/0/environment | {"A": "b"} | containerDefinitions[0].environment | type: object, valid types: list of structures
          /containerDefinitions/0/environment | ["A"] | containerDefinitions[0].environment[0] | type: string, valid types: structure
          /containerDefinitions/0/dockerLabels | {"a": []} | containerDefinitions[0].dockerLabels.a | type: list, valid types: string
          /containerDefinitions/0/memory | "much" | containerDefinitions[0].memory | type: string, valid types: integer
          /containerDefinitions/0/memory | 5 | containerDefinitions[0].memory | Member must be between 6 and
          /networkMode | "bridg" | networkMode | Member must satisfy enum value set: [bridge, host, awsvpc, none]
          /networkMode | "host" | networkMode | Fargate only supports network mode 'awsvpc'.
          /cpu | absent | cpu | Fargate requires that 'cpu' be defined at the task level.
          /memory | absent | memory | Fargate requires that 'memory' be defined at the task level.
          /cpu | "banana" | cpu | Invalid 'cpu' setting for task.
          /memory | "-1" | memory | Invalid 'memory' setting for task.
          /memory | "8192" | cpu | No Fargate configuration exists for given values.
          /pidMode | "host" | pidMode | Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'.
          /containerDefinitions/0/dnsServers | ["1.1.1.1"] | containerDefinitions[0].dnsServers | not supported on Fargate
          /containerDefinitions/0/privileged | true | containerDefinitions[0].privileged | not supported on Fargate
          /containerDefinitions/0/stopTimeout | 121 | containerDefinitions[0].stopTimeout | between 2 and 120 seconds
          /containerDefinitions/0/logConfiguration | {"logDriver": "syslog"} | containerDefinitions[0].logConfiguration.logDriver | use awslogs, splunk or awsfirelens
          /containerDefinitions/0/linuxParameters | {"capabilities": {"add": ["CHOWN"]}} | containerDefinitions[0].linuxParameters.capabilities.add | only SYS_PTRACE can
          /volumes/0/host | {"sourcePath": "/x"} | volumes[0].host.sourcePath | not supported on Fargate
          /containerDefinitions/0/memory | 2048 | memory | The sum of the containers' 'memory' is 2048, more than the 1024 of the task
          /containerDefinitions/0/cpu | 1024 | cpu | The sum of the containers' 'cpu' is 1024, more than the 512 of the task
          /containerDefinitions/0/memoryReservation | 512 | containerDefinitions[0].memoryReservation | 'memory' must be greater than 'memoryReservation'
          /containerDefinitions/0/portMappings/0/hostPort | 81 | containerDefinitions[0].portMappings[0].hostPort | When networkMode=awsvpc, the host ports and container ports in port mappings must match.
          /containerDefinitions/0/portMappings/0/containerPort | 70000 | containerDefinitions[0].portMappings[0].containerPort | between 1 and 65535
          /containerDefinitions/0/portMappings/0/containerPort | absent | containerDefinitions[0].portMappings[0].containerPort | should not be null or empty
          /containerDefinitions/0/portMappings/0/protocol | "icmp" | containerDefinitions[0].portMappings[0].protocol | enum value set: [tcp, udp]
          /containerDefinitions/0/portMappings/0/name | "-web" | containerDefinitions[0].portMappings[0].name | must not start with a hyphen
          /containerDefinitions/1/portMappings | [{"containerPort": 80}] | containerDefinitions[1].portMappings[0].containerPort | Port 80/tcp is mapped already by container 'app'
          /containerDefinitions/1/portMappings | [{"containerPortRange": "9-8"}] | containerDefinitions[1].portMappings[0].containerPortRange | Invalid port range '9-8'
          /containerDefinitions/0/mountPoints/0/sourceVolume | "other" | containerDefinitions[0].mountPoints[0].sourceVolume | Unknown volume 'other'
          /volumes/0/efsVolumeConfiguration | {} | volumes[0].efsVolumeConfiguration.fileSystemId | EfsVolumeConfiguration.fileSystemId should not be null
          /containerDefinitions/1/volumesFrom | [{"sourceContainer": "x"}] | containerDefinitions[1].volumesFrom[0].sourceContainer | Unknown source container 'x'
          /containerDefinitions/0/dependsOn | [{"containerName": "x", "condition": "START"}] | containerDefinitions[0].dependsOn[0].containerName | which is not in the task definition; name one of [app, side]
          /containerDefinitions/0/dependsOn | [{"containerName": "app", "condition": "START"}] | containerDefinitions[0].dependsOn | depends on itself
          /containerDefinitions/0/dependsOn | [{"containerName": "side", "condition": "HEALTHY"}] | containerDefinitions[0].dependsOn[0].condition | needs a healthCheck on container 'side'
          /containerDefinitions/1/dependsOn | [{"containerName": "app", "condition": "SUCCESS"}] | containerDefinitions[1].dependsOn[0].condition | not allowed on the essential container 'app'
          /containerDefinitions/0/healthCheck | {} | containerDefinitions[0].healthCheck.command | HealthCheck.command should not be null or empty.
          /containerDefinitions/0/healthCheck | {"command": ["CMD", "x"], "interval": 4} | containerDefinitions[0].healthCheck.interval | between 5 and 300
          /containerDefinitions/0/healthCheck | {"command": ["CMD", "x"], "retries": 11} | containerDefinitions[0].healthCheck.retries | between 1 and 10
          /containerDefinitions/0/secrets | [{"name": "A"}] | containerDefinitions[0].secrets[0].valueFrom | Secrets.valueFrom should not be null or empty.
          /containerDefinitions/0/resourceRequirements | [{"type": "GPU", "value": "1"}] | containerDefinitions[0].resourceRequirements[0].type | 'GPU' is not supported on Fargate
          /containerDefinitions/1/firelensConfiguration | {"type": "fluentbit", "options": {"config-file-type": "s3"}} | containerDefinitions[1].firelensConfiguration.options.config-file-type | 's3' is not supported on Fargate; use file
          /containerDefinitions/1/portMappings | [{"containerPortRange": "79-81"}] | containerDefinitions[1].portMappings[0].containerPortRange | Port 80/tcp is mapped already by container 'app'
          /containerDefinitions/1/portMappings | [{"containerPortRange": "90-95"}, {"containerPortRange": "95-99"}] | containerDefinitions[1].portMappings[1].containerPortRange | Port 95/tcp is mapped already by container 'side'
          /containerDefinitions/1/portMappings | [{"containerPortRange": "90-95"}, {"containerPort": 92}] | containerDefinitions[1].portMappings[1].containerPort | Port 92/tcp is mapped already by container 'side'
          /ephemeralStorage | {"sizeInGiB": 20} | ephemeralStorage.sizeInGiB | between 21 and 200
          /tags | [{"key": "aws:x", "value": "y"}] | tags[0].key | reserved
          """)
  void whatEcsRefusesIsNamedOnceWithPathAndReason(
      String pointer, String value, String path, String message) {
    ObjectNode document = with(fargate(), pointer, value);

    assertThat(Validation.check(document))
        .singleElement()
        .satisfies(error -> assertThat(error.path()).isEqualTo(path))
        .satisfies(error -> assertThat(error.message()).contains(message));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /containerDefinitions/0/memory | absent | containerDefinitions[0].memory | Invalid setting for container 'app'. At least one of 'memory' or 'memoryReservation' must be specified.
          /containerDefinitions/0/portMappings/0/hostPort | 51678 | containerDefinitions[0].portMappings[0].hostPort | Host port 51678 is reserved
          /cpu | "64" | cpu | Invalid 'cpu' setting for task.
          /containerDefinitions/0/resourceRequirements | [{"type": "GPU", "value": "half"}] | containerDefinitions[0].resourceRequirements[0].value | whole devices
          /networkMode | "none" | containerDefinitions[0].portMappings | port mappings are not allowed
          /containerDefinitions/0/portMappings | [{"containerPort": 53}, {"containerPort": 53, "protocol": "udp"}] | containerDefinitions[0].portMappings[1].containerPort | Port 53 is mapped already for tcp
          /containerDefinitions/0/portMappings | [{"containerPortRange": "50-60"}, {"containerPort": 53, "protocol": "udp"}] | containerDefinitions[0].portMappings[1].containerPort | Port 53 is mapped already for tcp
          """)
  void onInstancesOtherRulesHold(String pointer, String value, String path, String message) {
    ObjectNode document = with(onInstances(), pointer, value);

    assertThat(Validation.check(document))
        .singleElement()
        .satisfies(error -> assertThat(error.path()).isEqualTo(path))
        .satisfies(error -> assertThat(error.message()).contains(message));
  }

  @Test
  void aCheckThatIsTurnedOffIsNoneToWaitFor() {
    ObjectNode document =
        with(onInstances(), "/containerDefinitions/1/healthCheck", "{\"command\": [\"NONE\"]}");
    with(
        document,
        "/containerDefinitions/0/dependsOn",
        "[{\"containerName\": \"side\", \"condition\": \"HEALTHY\"}]");

    assertThat(Validation.check(document))
        .extracting(ValidationError::path)
        .containsExactly("containerDefinitions[0].dependsOn[0].condition");
  }

  @Test
  void aRangeOfPortsNeedsItsOwnNetwork() {
    ObjectNode document = with(onInstances(), "/networkMode", "\"host\"");
    with(document, "/containerDefinitions/1/portMappings", "[{\"containerPortRange\": \"90-95\"}]");

    assertThat(Validation.check(document))
        .extracting(ValidationError::path, ValidationError::message)
        .containsExactly(
            tuple(
                "containerDefinitions[1].portMappings[0].containerPortRange",
                "When networkMode=host, containerPortRange is not allowed; it needs bridge or"
                    + " awsvpc."));
  }

  @Test
  void swappinessWithoutSwapIsIgnored() {
    ObjectNode document =
        with(onInstances(), "/containerDefinitions/0/linuxParameters", "{\"swappiness\": 60}");

    Registration registration = Registration.examine(document);

    assertThat(registration.accepted()).isTrue();
    assertThat(registration.normalized().warnings())
        .extracting(Warning::path)
        .containsExactly("containerDefinitions[0].linuxParameters.swappiness");
  }

  @Test
  void portsOfTwoProtocolsOrApartMeetNobody() {
    ObjectNode document =
        with(
            onInstances(),
            "/containerDefinitions/1/portMappings",
            "[{\"containerPort\": 80, \"protocol\": \"udp\"}, {\"containerPortRange\":"
                + " \"81-90\"}]");

    assertThat(Validation.check(document)).isEmpty();
  }

  @Test
  void linksAndHostNamesDependOnTheNetworkMode() {
    ObjectNode document = with(onInstances(), "/networkMode", "\"awsvpc\"");
    with(document, "/containerDefinitions/0/links", "[\"side\"]");
    with(document, "/containerDefinitions/0/hostname", "\"app\"");

    assertThat(Validation.check(document))
        .extracting(ValidationError::path)
        .containsExactly("containerDefinitions[0].links", "containerDefinitions[0].hostname");
  }

  @ParameterizedTest
  @CsvSource({
    "256,512",
    "256,2048",
    "512,4096",
    "1024,2048",
    "1024,8192",
    "2048,16384",
    "4096,30720",
    "8192,20480",
    "16384,122880",
    "32768,249856"
  })
  void everyFargateSizeIsTaken(String cpu, String memory) {
    ObjectNode document = fargate().put("cpu", cpu).put("memory", memory);
    with(document, "/containerDefinitions/0/memory", "absent");

    assertThat(Validation.check(document)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "256,256",
    "256,3072",
    "512,512",
    "1024,1024",
    "2048,20480",
    "4096,31744",
    "8192,18432",
    "16384,36864",
    "32768,131072",
    "300,1024"
  })
  void anyOtherSizeIsNot(String cpu, String memory) {
    ObjectNode document = fargate().put("cpu", cpu).put("memory", memory);
    with(document, "/containerDefinitions/0/memory", "absent");

    assertThat(Validation.check(document))
        .singleElement()
        .extracting(ValidationError::message)
        .isEqualTo("No Fargate configuration exists for given values.");
  }

  @Test
  void aCycleOfTwoIsFound() {
    ObjectNode document = onInstances();
    with(document, "/containerDefinitions/0/dependsOn", edge("side"));
    with(document, "/containerDefinitions/1/dependsOn", edge("app"));

    assertThat(Validation.check(document))
        .singleElement()
        .extracting(ValidationError::message)
        .asString()
        .contains("break the cycle");
  }

  @Test
  void aSecretMayNotShareItsNameWithAVariable() {
    ObjectNode document = fargate();
    with(document, "/containerDefinitions/0/environment", "[{\"name\": \"A\", \"value\": \"b\"}]");
    with(document, "/containerDefinitions/0/secrets", "[{\"name\": \"A\", \"valueFrom\": \"p\"}]");

    assertThat(Validation.check(document))
        .singleElement()
        .extracting(ValidationError::message)
        .asString()
        .startsWith("The secret name must be unique and not shared");
  }

  @Test
  void elevenContainersAreOneTooMany() {
    ObjectNode document = onInstances();
    for (int i = 2; i < 11; i++) {
      ((ArrayNode) document.get("containerDefinitions"))
          .add(json("{\"name\": \"c%d\", \"image\": \"i\", \"memory\": 64}".formatted(i)));
    }

    assertThat(Validation.check(document))
        .singleElement()
        .extracting(ValidationError::message)
        .asString()
        .contains("at most 10 containers; this has 11");
  }

  @Test
  void moreThan64KiBAreTooMuch() {
    ObjectNode document = fargate();
    ((ObjectNode) document.at("/containerDefinitions/0"))
        .set("command", json("[\"" + "x".repeat(66_000) + "\"]"));

    assertThat(Validation.check(document))
        .singleElement()
        .extracting(ValidationError::message)
        .asString()
        .endsWith("Max allowed length is '65536' bytes.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"web\"", "7", "null"})
  void whatIsNoObjectIsRefused(String document) {
    assertThat(Validation.check(json(document))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ must_env `TAG` }}", "$$$NAME$$$", "<ES-URL>", "${Region}"})
  void placeholdersAreLegalWhereEcsTakesFreeText(String placeholder) {
    ObjectNode document = fargate();
    ((ObjectNode) document.at("/containerDefinitions/0")).put("image", placeholder);
    document.put("taskRoleArn", placeholder);

    assertThat(Validation.check(document)).isEmpty();
  }

  private static String edge(String name) {
    return "[{\"containerName\": \"%s\", \"condition\": \"START\"}]".formatted(name);
  }
}
