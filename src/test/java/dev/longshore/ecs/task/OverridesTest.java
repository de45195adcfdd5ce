package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.api.ecs.v1.TaskOverride;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
  private static final String DEFINITION =
      """
      family: web
      revision: 3
      networkMode: bridge
      taskRoleArn: arn:aws:iam::1:role/old
      cpu: "256"
      memory: "512"
      kubernetes: {imagePullPolicy: Never}
      containerDefinitions:
      - name: app
        image: example/web:1
        essential: true
        cpu: "10"
        memory: "128"
        command: [serve, --fast]
        environment: [{name: A, value: one}, {name: B, value: two}]
        secrets: [{name: TOKEN, valueFrom: "k8s:secret/a#b"}]
      - {name: log, image: example/log:1, essential: false, cpu: "0", memory: "64"}
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {containerOverrides: [{name: app, command: [once]}]}                      | /containerDefinitions/0/command     | ["once"]
          {containerOverrides: [{name: app, environment: [{name: B, value: new}]}]} | /containerDefinitions/0/environment | [{"name":"A","value":"one"},{"name":"B","value":"new"}]
          {containerOverrides: [{name: app, environment: [{name: C, value: x}]}]}   | /containerDefinitions/0/environment | [{"name":"A","value":"one"},{"name":"B","value":"two"},{"name":"C","value":"x"}]
          {containerOverrides: [{name: app, cpu: 20}]}                              | /containerDefinitions/0/cpu         | "20"
          {containerOverrides: [{name: app, memory: 256}]}                          | /containerDefinitions/0/memory      | "256"
          {containerOverrides: [{name: app, memoryReservation: 64}]}                | /containerDefinitions/0/memoryReservation | 64
          {containerOverrides: [{name: log, command: [x]}]}                         | /containerDefinitions/0/command     | ["serve","--fast"]
          {containerOverrides: [{}]}                                                | /containerDefinitions/0/command     | ["serve","--fast"]
          {cpu: 0.5 vCPU}                                                           | /cpu                                | "512"
          {memory: 1 GB}                                                            | /memory                             | "1024"
          {taskRoleArn: "arn:aws:iam::1:role/new"}                                  | /taskRoleArn                        | "arn:aws:iam::1:role/new"
          {ephemeralStorage: {sizeInGiB: 30}}                                       | /ephemeralStorage/sizeInGiB         | 30
          {cpu: "256"}                                                              | /kubernetes/imagePullPolicy         | "Never"
          """)
  void mergeByEcsRules(String overrides, String path, String expected) {
    TaskDefinitionSpec merged = apply(overrides).found().orElseThrow();

    assertThat(Mappers.json().valueToTree(merged).at(path).toString()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {containerOverrides: [{name: web, cpu: 1}]} | overrides.containerOverrides[0].name: Override for container named web is not a container in the TaskDefinition.
          {containerOverrides: [{cpu: 1}]}            | overrides.containerOverrides[0].name: Override for container named null is not a container in the TaskDefinition.
          {containerOverrides: [{name: app, cpu: 1}, {name: app, cpu: 2}]} | overrides.containerOverrides[1].name: container app is overridden twice; merge the two.
          {containerOverrides: [{name: app, environment: [{name: TOKEN, value: x}]}]} | overrides.containerOverrides[0].environment: The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'TOKEN'.
          {containerOverrides: [{name: app, environmentFiles: [{type: s3, value: prod.env}]}]} | overrides: with them containerDefinitions[0].environmentFiles[0].value: 'prod.env': value is neither the ARN
          {containerOverrides: [{name: app, resourceRequirements: [{type: InferenceAccelerator, value: eia}]}]} | overrides: with them containerDefinitions[0].resourceRequirements[0].type: 'InferenceAccelerator': Elastic Inference is no longer offered
          {containerOverrides: [{name: app, environment: [{name: "A=B", value: x}]}]} | overrides: with them containerDefinitions[0].environment[2].name: 'A=B' cannot be the name of a variable here
          {containerOverrides: [{name: app, memoryReservation: 200}]} | overrides: with them containerDefinitions[0].memoryReservation: Invalid setting for container 'app'.
          """)
  void refuseInEcsWords(String overrides, String message) {
    assertThat(apply(overrides).problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith(message);
  }

  @Test
  void haveALongestText() {
    String command = "x".repeat(8192);

    assertThat(apply("{containerOverrides: [{name: app, command: [%s]}]}".formatted(command)))
        .isEqualTo(
            new Resolution.Unresolved<TaskDefinitionSpec>(
                List.of(
                    new Problem(
                        "InvalidParameterException",
                        "overrides: Container Overrides length must be at most 8192; shorten"
                            + " commands and environment."))));
  }

  private static Resolution<TaskDefinitionSpec> apply(String overrides) {
    try {
      return Overrides.apply(
          Mappers.yaml().readValue(DEFINITION, TaskDefinitionSpec.class),
          Mappers.yaml().readValue(overrides, TaskOverride.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(overrides, e);
    }
  }
}
