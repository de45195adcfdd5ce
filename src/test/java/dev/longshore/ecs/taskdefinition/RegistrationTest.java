package dev.longshore.ecs.taskdefinition;

import static dev.longshore.ecs.taskdefinition.Documents.fargate;
import static dev.longshore.ecs.taskdefinition.Documents.onInstances;
import static dev.longshore.ecs.taskdefinition.Documents.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {
  @Test
  void whatEcsTakesAndNothingWeakensIsAccepted() {
    assertThat(Registration.examine(fargate()).accepted()).isTrue();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /containerDefinitions/0/user | "nobody" | containerDefinitions[0].user | 'nobody': the kubelet cannot look up names
          /containerDefinitions/0/user | "1000:staff" | containerDefinitions[0].user | give the number
          /containerDefinitions/0/privileged | true | containerDefinitions[0].privileged | forbids privileged containers
          /containerDefinitions/0/disableNetworking | true | containerDefinitions[0].disableNetworking | would have a network all the same
          /containerDefinitions/0/dockerSecurityOptions | ["label:disable"] | containerDefinitions[0].dockerSecurityOptions | only no-new-privileges and apparmor:PROFILE
          /containerDefinitions/0/dockerSecurityOptions | ["apparmor:unconfined"] | containerDefinitions[0].dockerSecurityOptions | would weaken the container
          /containerDefinitions/0/linuxParameters | {"capabilities": {"add": ["SYS_ADMIN"]}} | containerDefinitions[0].linuxParameters.capabilities.add | Pod Security baseline allows only
          /containerDefinitions/0/credentialSpecs | ["credentialspec:arn"] | containerDefinitions[0].credentialSpecs | are not built
          /containerDefinitions/0/secrets | [{"name": "A", "valueFrom": "k8s:secret/other/b#c"}] | containerDefinitions[0].secrets[0].valueFrom | valueFrom is neither
          /containerDefinitions/0/user | "2147483648" | containerDefinitions[0].user | up to 2147483647
          /containerDefinitions/0/image | " app:1" | containerDefinitions[0].image | no white space around
          /containerDefinitions/0/repositoryCredentials | {"credentialsParameter": "k8s:secret/other/b"} | containerDefinitions[0].repositoryCredentials.credentialsParameter | credentialsParameter is neither
          /containerDefinitions/0/secrets | [{"name": "A", "valueFrom": "k8s:secret/b#.."}] | containerDefinitions[0].secrets[0].valueFrom | valueFrom is neither
          /containerDefinitions/0/links | ["db"] | containerDefinitions[0].links | 'db' is no container of the task definition
          /containerDefinitions/0/links | ["side:my_db"] | containerDefinitions[0].links | 'my_db' cannot be the name of a host
          /containerDefinitions/0/extraHosts | [{"hostname": "my_db", "ipAddress": "10.0.0.1"}] | containerDefinitions[0].extraHosts[0].hostname | 'my_db': Kubernetes takes host names
          /containerDefinitions/0/extraHosts | [{"hostname": "db", "ipAddress": "host-gateway"}] | containerDefinitions[0].extraHosts[0].ipAddress | neither an IPv4 nor an IPv6 address
          /containerDefinitions/0/extraHosts | [{"hostname": "db", "ipAddress": "10.0.0.256"}] | containerDefinitions[0].extraHosts[0].ipAddress | neither an IPv4 nor an IPv6 address
          /containerDefinitions/0/dnsServers | ["dns.example.com"] | containerDefinitions[0].dnsServers | by its IPv4 or IPv6 address
          /containerDefinitions/0/dnsSearchDomains | ["a_b.example.com"] | containerDefinitions[0].dnsSearchDomains | correct or remove it
          /containerDefinitions/0/healthCheck | {"command": ["CMD"]} | containerDefinitions[0].healthCheck.command | there is no command to run
          /containerDefinitions/0/healthCheck | {"command": ["CMD-SHELL"]} | containerDefinitions[0].healthCheck.command | there is no command to run
          /containerDefinitions/0/dockerSecurityOptions | ["apparmor: app"] | containerDefinitions[0].dockerSecurityOptions | only no-new-privileges and apparmor:PROFILE
          /volumes | [{"name": "a", "dockerVolumeConfiguration": {"driverOpts": {"type": "nfs", "o": "addr=10.0.0.1", "device": ":data"}}}] | volumes[0].dockerVolumeConfiguration.driverOpts.type | a path that starts with '/'
          /volumes | [{"name": "a", "dockerVolumeConfiguration": {"driverOpts": {"type": "nfs4", "device": ":/data"}}}] | volumes[0].dockerVolumeConfiguration.driverOpts.type | an NFS volume needs a server
          /placementConstraints | [{"type": "memberOf", "expression": "attribute:a =~ _x"}] | placementConstraints[0].expression | which no label of a node can hold
          /containerDefinitions/0/dnsServers | ["1.1.1.1", "2.2.2.2", "3.3.3.3", "4.4.4.4"] | containerDefinitions[0].dnsServers | at most 3 name servers
          /containerDefinitions/0/hostname | "My_Host" | containerDefinitions[0].hostname | is a DNS label
          /volumes | [{"name": "a", "host": {"sourcePath": "/var/run"}}] | volumes[0].host.sourcePath | forbids paths of the node
          /volumes | [{"name": "a", "host": {"sourcePath": "/"}}] | volumes[0].host.sourcePath | no claim has what is in this one
          /volumes | [{"name": "a", "host": {"sourcePath": "/data/../etc"}}] | volumes[0].host.sourcePath | forbids paths of the node
          /volumes | [{"name": "a", "dockerVolumeConfiguration": {"driver": "local", "driverOpts": {"type": "none", "o": "bind", "device": "/var/run/docker.sock"}}}] | volumes[0].dockerVolumeConfiguration.driverOpts.device | forbids paths of the node
          /volumes | [{"name": "a", "efsVolumeConfiguration": {"fileSystemId": "fs-1", "rootDirectory": "/a/../.."}}] | volumes[0].efsVolumeConfiguration.rootDirectory | stay within its file system
          /pidMode | "host" | pidMode | forbids the node's processes
          /ipcMode | "host" | ipcMode | forbids the node's IPC
          /containerDefinitions/0/environmentFiles | [{"type": "s3", "value": "k8s:configmap/other/b"}] | containerDefinitions[0].environmentFiles[0].value | value is neither
          /runtimePlatform | {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"} | runtimePlatform.operatingSystemFamily | Windows tasks are not built
          /kubernetes | {"podTemplate": {"spec": {"containers": "none"}}} | kubernetes.podTemplate.spec.containers | it is not a pod template
          /kubernetes | {"podTemplate": {"spec": {"toleration": [{"key": "a"}]}}} | kubernetes.podTemplate.spec.toleration[0].key | spec.toleration is no member of a pod template
          /kubernetes | {"podTemplate": "text"} | kubernetes.podTemplate | it is not an object
          /kubernetes | {"podTemplate": {"metadata": {"labels": {"a": "b"}}, "spec": {"containers": [{"name": "app"}, {"name": "x", "securityContext": {"privileged": true}}]}}} | kubernetes.podTemplate.spec.containers[1].securityContext.privileged | Pod Security baseline forbids true; remove it
          /kubernetes | {"podTemplate": {"spec": {"volumes": [{"name": "root", "hostPath": {"path": "/"}}]}}} | kubernetes.podTemplate.spec.volumes[0].hostPath.path | use a PersistentVolumeClaim
          /kubernetes | {"podTemplate": {"metadata": {"annotations": {"ecs.longshore.dev/tags": "{}"}}}} | kubernetes.podTemplate.metadata.annotations.ecs.longshore.dev/tags | only Longshore writes keys
          /placementConstraints | [{"type": "memberOf", "expression": "attribute:a =="}] | placementConstraints[0].expression | position 15: expected a value
          /placementConstraints | [{"type": "memberOf", "expression": "attribute:a =~ x.*"}] | placementConstraints[0].expression | the scheduler knows no patterns
          /proxyConfiguration | {"containerName": "app"} | proxyConfiguration.containerName | App Mesh
          """)
  void whatCannotBeHonouredSafelyIsRefusedOnce(
      String pointer, String value, String path, String message) {
    ObjectNode document = with(onInstances(), pointer, value);

    Registration registration = Registration.examine(document);

    assertThat(Validation.check(document)).as("ECS takes it").isEmpty();
    assertThat(registration.errors())
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
          /containerDefinitions/0/user | "2147483647:2147483647"
          /containerDefinitions/0/links | ["side:Database"]
          /containerDefinitions/0/extraHosts | [{"hostname": "DB.example.com", "ipAddress": "fd00::1"}]
          /containerDefinitions/0/dnsSearchDomains | ["Example.com."]
          /containerDefinitions/0/healthCheck | {"command": ["NONE"]}
          /containerDefinitions/0/repositoryCredentials | {"credentialsParameter": "k8s:secret/registry"}
          /volumes | [{"name": "a", "dockerVolumeConfiguration": {"driverOpts": {"type": "nfs", "device": "nas:/data"}}}]
          /placementConstraints | [{"type": "memberOf", "expression": "attribute:disks >= 0"}]
          """)
  void whatKubernetesHasAnotherSpellingForIsAccepted(String pointer, String value) {
    assertThat(Registration.examine(with(onInstances(), pointer, value)).errors()).isEmpty();
  }

  @Test
  void theNameServersOfAllContainersCountTogether() {
    ObjectNode document =
        with(onInstances(), "/containerDefinitions/0/dnsServers", "[\"10.0.0.1\", \"10.0.0.2\"]");
    with(document, "/containerDefinitions/1/dnsServers", "[\"10.0.0.2\", \"10.0.0.3\"]");
    assertThat(Registration.examine(document).errors()).isEmpty();

    with(document, "/containerDefinitions/1/dnsServers", "[\"10.0.0.3\", \"10.0.0.4\"]");

    assertThat(Registration.examine(document).errors())
        .singleElement()
        .satisfies(it -> assertThat(it.path()).isEqualTo("containerDefinitions[1].dnsServers"))
        .satisfies(it -> assertThat(it.message()).contains("at most 3 name servers"));
  }

  @Test
  void aRefusedSecretReferenceIsNotQuoted() {
    ObjectNode document =
        with(
            onInstances(),
            "/containerDefinitions/0/secrets",
            "[{\"name\": \"A\", \"valueFrom\": \"k8s:hunter2\"}]");

    assertThat(Registration.examine(document).toString().replaceAll("definition=.*?}]}]}", ""))
        .doesNotContain("'k8s:hunter2'");
    assertThat(Registration.examine(document).errors())
        .noneSatisfy(error -> assertThat(error.message()).contains("hunter2"));
  }

  @Test
  void noReportQuotesAValue() {
    ObjectNode document =
        with(
            fargate(),
            "/containerDefinitions/0/environment",
            "[{\"name\": \"PASSWORD\", \"value\": \"hunter2\"}]");

    assertThat(Registration.examine(document).fidelity().toString()).doesNotContain("hunter2");
  }
}
