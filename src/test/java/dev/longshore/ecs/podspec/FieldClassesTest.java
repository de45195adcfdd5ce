package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.Fields;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FidelityLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes that depend on the value: each value of the table in a document of its own. */
class FieldClassesTest {
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          networkMode | {"networkMode": "awsvpc"} | exact
          networkMode | {"networkMode": "bridge"} | approximated
          networkMode | {"networkMode": "host"} | approximated
          networkMode | {"networkMode": "none"} | rejected
          pidMode | {"pidMode": "task"} | exact
          pidMode | {"pidMode": "host"} | rejected
          ipcMode | {"ipcMode": "task"} | exact
          ipcMode | {"ipcMode": "none"} | ignored
          ipcMode | {"ipcMode": "host"} | rejected
          tags[0].key | {"tags": [{"key": "a", "value": "b"}]} | equivalent
          containerDefinitions[0].versionConsistency | {"containerDefinitions": [{"image": "a:1", "versionConsistency": "enabled"}]} | approximated
          containerDefinitions[0].versionConsistency | {"containerDefinitions": [{"image": "a@sha256:0", "versionConsistency": "enabled"}]} | exact
          containerDefinitions[0].versionConsistency | {"containerDefinitions": [{"image": "a:1", "versionConsistency": "disabled"}]} | exact
          containerDefinitions[0].restartPolicy.enabled | {"containerDefinitions": [{"restartPolicy": {"enabled": true}}]} | approximated
          containerDefinitions[0].restartPolicy.enabled | {"containerDefinitions": [{"restartPolicy": {"enabled": false}}]} | equivalent
          containerDefinitions[0].dependsOn[0].condition | {"containerDefinitions": [{"name": "a", "dependsOn": [{"containerName": "b", "condition": "START"}]}]} | equivalent
          containerDefinitions[0].dependsOn[0].condition | {"containerDefinitions": [{"name": "a", "dependsOn": [{"containerName": "b", "condition": "HEALTHY"}]}]} | equivalent
          containerDefinitions[0].dependsOn[0].condition | {"containerDefinitions": [{"name": "a", "essential": false, "dependsOn": [{"containerName": "b", "condition": "HEALTHY"}]}, {"name": "b"}]} | approximated
          containerDefinitions[0].dependsOn[0].condition | {"containerDefinitions": [{"name": "a", "dependsOn": [{"containerName": "b", "condition": "SUCCESS"}]}]} | approximated
          containerDefinitions[0].dependsOn[0].condition | {"containerDefinitions": [{"name": "a", "dependsOn": [{"containerName": "b", "condition": "COMPLETE"}]}, {"name": "b", "entryPoint": ["x"]}]} | equivalent
          containerDefinitions[0].dependsOn[0].condition | {"containerDefinitions": [{"name": "a", "dependsOn": [{"containerName": "b", "condition": "COMPLETE"}]}, {"name": "b"}]} | approximated
          containerDefinitions[0].systemControls[0].namespace | {"containerDefinitions": [{"systemControls": [{"namespace": "net.ipv4.tcp_syncookies"}]}]} | equivalent
          containerDefinitions[0].systemControls[0].namespace | {"containerDefinitions": [{"systemControls": [{"namespace": "net.core.somaxconn"}]}]} | ignored
          containerDefinitions[0].systemControls[0].value | {"containerDefinitions": [{"systemControls": [{"namespace": "net.core.somaxconn", "value": "1024"}]}]} | ignored
          containerDefinitions[0].systemControls[1].value | {"containerDefinitions": [{"systemControls": [{"namespace": "net.core.somaxconn"}, {"namespace": "net.ipv4.tcp_rmem", "value": "1"}]}]} | exact
          containerDefinitions[0].environmentFiles[0].value | {"containerDefinitions": [{"environmentFiles": [{"value": "arn:aws:s3:::a/b.env"}]}]} | equivalent
          containerDefinitions[0].environmentFiles[0].value | {"containerDefinitions": [{"environmentFiles": [{"value": "b.env"}]}]} | rejected
          containerDefinitions[0].systemControls[0].namespace | {"containerDefinitions": [{"systemControls": [{"namespace": "net.ipv4.tcp_rmem"}]}]} | equivalent
          containerDefinitions[0].healthCheck.command | {"containerDefinitions": [{"name": "a", "healthCheck": {"command": ["CMD", "x"]}}]} | exact
          containerDefinitions[0].healthCheck.command | {"containerDefinitions": [{"name": "a", "essential": false, "healthCheck": {"command": ["CMD", "x"]}}, {"name": "b"}]} | ignored
          containerDefinitions[0].healthCheck.timeout | {"containerDefinitions": [{"name": "a", "essential": false, "healthCheck": {"timeout": 3}}, {"name": "b"}]} | ignored
          containerDefinitions[0].healthCheck.command | {"containerDefinitions": [{"name": "a", "essential": false, "healthCheck": {"command": ["CMD", "x"]}}, {"name": "b", "dependsOn": [{"containerName": "a", "condition": "HEALTHY"}]}]} | equivalent
          containerDefinitions[0].healthCheck.command | {"containerDefinitions": [{"name": "a", "essential": false, "healthCheck": {"command": ["CMD", "x"]}}, {"name": "b", "dependsOn": [{"containerName": "a", "condition": "START"}]}]} | ignored
          containerDefinitions[0].healthCheck.command | {"containerDefinitions": [{"name": "a", "essential": "no", "healthCheck": {"command": ["CMD"]}}]} | rejected
          containerDefinitions[0].user | {"containerDefinitions": [{"user": "1000"}]} | approximated
          containerDefinitions[0].user | {"containerDefinitions": [{"user": "1000", "linuxParameters": {"capabilities": {"add": ["CHOWN"]}}}]} | exact
          containerDefinitions[0].user | {"containerDefinitions": [{"user": "root"}]} | exact
          containerDefinitions[0].user | {"containerDefinitions": [{"user": "nobody"}]} | rejected
          executionRoleArn | {"executionRoleArn": "arn:aws:iam::1:role/a"} | ignored
          volumes[0].host.sourcePath | {"volumes": [{"host": {"sourcePath": "/mnt/data"}}]} | approximated
          volumes[0].host.sourcePath | {"volumes": [{"host": {"sourcePath": "/"}}]} | rejected
          volumes[0].host.sourcePath | {"volumes": [{"host": {"sourcePath": "//var//run/docker.sock"}}]} | rejected
          volumes[0].host.sourcePath | {"volumes": [{"host": {"sourcePath": "/mnt/../proc"}}]} | rejected
          volumes[0].host.sourcePath | {"volumes": [{"host": {"sourcePath": "/procurement"}}]} | approximated
          volumes[0].dockerVolumeConfiguration.scope | {"volumes": [{"dockerVolumeConfiguration": {"scope": "task"}}]} | exact
          volumes[0].dockerVolumeConfiguration.scope | {"volumes": [{"dockerVolumeConfiguration": {"scope": "shared"}}]} | equivalent
          volumes[0].dockerVolumeConfiguration.driverOpts.device | {"volumes": [{"dockerVolumeConfiguration": {"driverOpts": {"device": ":/export"}}}]} | equivalent
          volumes[0].dockerVolumeConfiguration.driverOpts.device | {"volumes": [{"dockerVolumeConfiguration": {"driverOpts": {"device": "/etc"}}}]} | rejected
          volumes[0].efsVolumeConfiguration.rootDirectory | {"volumes": [{"efsVolumeConfiguration": {"rootDirectory": "/a/b"}}]} | equivalent
          volumes[0].efsVolumeConfiguration.rootDirectory | {"volumes": [{"efsVolumeConfiguration": {"rootDirectory": "/a/../b"}}]} | rejected
          placementConstraints[0].expression | {"placementConstraints": [{"expression": "attribute:a == b"}]} | equivalent
          placementConstraints[0].expression | {"placementConstraints": [{"expression": "attribute:a =="}]} | rejected
          """)
  void theClassIsThatOfTheValue(String path, String document, String expected)
      throws JsonProcessingException {
    JsonNode spec = Mappers.json().readTree(document);

    assertThat(Fields.taskDefinition().report(spec).lines())
        .filteredOn(line -> line.path().equals(path))
        .singleElement()
        .extracting(FidelityLine::classification)
        .isEqualTo(FidelityClass.of(expected));
  }

  @Test
  void noMemberOfATaskDefinitionIsLeftUndecided() {
    assertThat(Fields.taskDefinition().rules())
        .noneMatch(rule -> rule.classification() == FidelityClass.NOT_IMPLEMENTED)
        .flatMap(rule -> rule.exceptions())
        .noneMatch(value -> value.classification() == FidelityClass.NOT_IMPLEMENTED);
  }
}
