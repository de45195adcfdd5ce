package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.cli.Launch.Result;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Services that a user deploys, each of a family of its name.
 *
 * @param folder for the documents
 */
record DeployedServices(Launch longshore, Path folder) {
  void hang(String name) throws IOException {
    register(name, "simulated/missing:2");
    assertThat(longshore.run("deploy", "--service", name, "--task-definition", name + ":2").code())
        .isZero();
  }

  JsonNode described(String name) throws JsonProcessingException {
    Result result = longshore.run("service", name, "-o", "json");
    assertThat(result.code()).as(result.error()).isZero();
    return Mappers.json().readTree(result.output()).at("/services/0");
  }

  void deployed(String name, int count) throws IOException {
    register(name, "example/web:1");
    String service =
        "{\"serviceName\": \"%s\", \"taskDefinition\": \"%s:1\", \"desiredCount\": %d, \"kubernetes\": {\"minReadySeconds\": 1}}"
            .formatted(name, name, count);
    Path file = Files.writeString(folder.resolve(name + "-service.json"), service);
    Result result = longshore.run("deploy", file.toString(), "--wait");
    assertThat(result.code()).as(result.error()).isZero();
  }

  void register(String family, String image) throws IOException {
    String text =
        "{\"family\": \"%s\", \"containerDefinitions\": [{\"name\": \"app\", \"image\": \"%s\","
            + " \"memory\": 64}]}";
    Path file = folder.resolve(family + ".json");
    Files.writeString(file, text.formatted(family, image));
    Result result = longshore.run("register", file.toString());
    assertThat(result.code()).as(result.error()).isZero();
  }
}
